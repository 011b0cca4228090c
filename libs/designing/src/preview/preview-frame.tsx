import { type ServiceDefinition, shortTitle } from '#lib/catalogue';
import { type Language, languages, say } from '#lib/platform';
import {
  Button,
  Columns,
  InsetText,
  languageNames,
  type PageContext,
  PageHeading,
  Select,
  SitePage,
} from '#lib/web';
import type { DraftRevision } from '../draft/draft-revision.entity.js';
import { texts } from './texts.js';

interface PreviewFrameProps {
  context: PageContext;
  draft: DraftRevision;
  /** Undefined where the text cannot be read as a whole. */
  definition: ServiceDefinition | undefined;
  /** Id of the page shown; that of the procedure where none is named. */
  page: string;
  inLanguage: Language;
}

/** A phone with what citizens will see, and which page of it in which language. */
export function PreviewFrame({ context, draft, definition, page, inLanguage }: PreviewFrameProps) {
  const { language } = context;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  return (
    <SitePage
      context={context}
      title={`${t('title')}: ${shortTitle(draft.title)}`}
      layout="wide"
      back={{ href: home, text: t('back') }}
    >
      <PageHeading caption={shortTitle(draft.title)} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      {definition ? (
        <Columns aside={<Choice {...{ context, draft, definition, page, inLanguage }} />}>
          <Phone {...{ context, draft, definition, page, inLanguage }} />
        </Columns>
      ) : (
        <InsetText>
          {t('unreadable')} <a href={home}>{t('back')}</a>
        </InsetText>
      )}
    </SitePage>
  );
}

type WholeProps = PreviewFrameProps & { definition: ServiceDefinition };

function Phone({ context, draft, definition, page, inLanguage }: WholeProps) {
  const t = texts(context.language);
  const known = definition.form.pages.some(({ id }) => id === page);
  const address = `/design/drafts/${draft.id}/preview/${inLanguage}/${known ? `pages/${page}` : 'procedure'}`;
  return (
    <>
      <iframe class="phone" title={t('frame')} src={address} />
      <p>
        <a href={address} target="_blank" rel="noopener">
          {t('alone')}
        </a>
      </p>
    </>
  );
}

function Choice({ context: { language }, draft, definition, page, inLanguage }: WholeProps) {
  const t = texts(language);
  return (
    <form method="get" action={`/design/drafts/${draft.id}/preview`}>
      <Select
        name="page"
        label={t('page')}
        value={page}
        options={[
          { value: '', text: t('procedure-page') },
          ...definition.form.pages.map(({ id, title }, index) => ({
            value: id,
            text: `${index + 1}. ${say(title, language)}`,
          })),
        ]}
      />
      <Select
        name="in"
        label={t('language')}
        value={inLanguage}
        options={languages.map((each) => ({ value: each, text: languageNames[each] }))}
      />
      <Button kind="secondary">{t('show')}</Button>
    </form>
  );
}
