import type { RefusalWords } from '#lib/platform';
import { Button, ErrorSummary, FileUpload, Input, type PageContext, PageHeading, SitePage } from '#lib/web';
import { texts } from './texts.js';

interface NewPageProps {
  context: PageContext;
  /** As it was typed. */
  code: string;
  refused?: RefusalWords | undefined;
}

/** Asks for the code of a new procedure, and for a file where there is one. */
export function NewPage({ context, code, refused }: NewPageProps) {
  const t = texts(context.language);
  const words = refused && `${refused.title}. ${refused.help}`;
  return (
    <SitePage
      context={{ ...context, path: '/design/new' }}
      title={t('new')}
      errors={refused !== undefined}
      back={{ href: '/design', text: t('back') }}
    >
      {words ? <ErrorSummary errors={[{ text: words, href: '#code' }]} /> : null}
      <PageHeading lead={t('new-lead')}>{t('new')}</PageHeading>
      <form method="post" action="/design/drafts" enctype="multipart/form-data" novalidate>
        <Input
          name="code"
          label={t('code')}
          hint={t('code-hint')}
          error={words}
          value={code}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <FileUpload name="file" label={t('new-file')} hint={t('upload-hint')} accept=".yaml,.yml,text/yaml" />
        <Button preventDoubleClick>{t('new-begin')}</Button>
      </form>
    </SitePage>
  );
}
