import { formatDateTime } from '#lib/calendar';
import {
  Button,
  doneFlash,
  EmptyState,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import type { AuthenticatorModel } from '../authenticator-model.entity.js';
import type { ModelField, TypedModel } from './read-model.js';
import { allowListTexts } from './texts.js';

interface AllowListPageProps {
  context: PageContext;
  models: AuthenticatorModel[];
  typed: TypedModel;
  wrong: ModelField[];
}

/** Which models of authenticators officers may use, and the form for another. */
export function AllowListPage({ context, models, typed, wrong }: AllowListPageProps) {
  const { language } = context;
  const t = allowListTexts(language);
  const errorOf = (field: ModelField) => (wrong.includes(field) ? t(`wrong-${field}`) : undefined);
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={wrong.length > 0}
      flash={doneFlash(context, { saved: t('done.saved'), removed: t('done.removed') })}
    >
      {wrong.length > 0 ? (
        <ErrorSummary errors={wrong.map((field) => ({ text: t(`wrong-${field}`), href: `#${field}` }))} />
      ) : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {models.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState> : null}
      {models.map(({ aaguid, name, rootCertificates, addedAt }) => (
        <>
          <SummaryList
            card={{ title: name }}
            rows={[
              { key: 'AAGUID', value: aaguid },
              { key: t('roots'), value: String(rootCertificates.length) },
              { key: t('added'), value: formatDateTime(language, addedAt) },
            ]}
          />
          <form method="post" action={`/authenticators/${aaguid}/removal`}>
            <Button kind="secondary">
              {t('remove')}
              <span class="govuk-visually-hidden"> {name}</span>
            </Button>
          </form>
        </>
      ))}
      <h2>{t('addTitle')}</h2>
      <form method="post" action="/authenticators" novalidate>
        <Input
          name="aaguid"
          label="AAGUID"
          hint={t('aaguidHint')}
          error={errorOf('aaguid')}
          value={typed.aaguid}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={errorOf('name')}
          value={typed.name}
          autocomplete="off"
        />
        <Textarea
          name="roots"
          label={t('roots')}
          hint={t('rootsHint')}
          error={errorOf('roots')}
          value={typed.roots}
          rows={10}
          spellcheck={false}
        />
        <Button preventDoubleClick>{t('add')}</Button>
      </form>
    </SitePage>
  );
}
