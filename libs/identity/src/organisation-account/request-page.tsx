import { formatDate } from '#lib/calendar';
import {
  Button,
  CodeText,
  doneFlash,
  InsetText,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
} from '#lib/web';
import type { ShownRequest } from './read-requests.js';
import { organisationTexts } from './texts.js';

/** A request for the account of an organisation: who asked, who has answered what, and what the reader can do. */
export function requestPage(context: PageContext, request: ShownRequest) {
  const { language } = context;
  const t = organisationTexts(language);
  const { name, taxCode, askedBy, requestedAt, expiresAt, others, outcome, can } = request;
  const title = t('requestTitle');
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: '/account/organisations', text: t('title') }}
      flash={doneFlash(context, { asked: t('done.asked') })}
    >
      <RefusedNotice context={context} />
      <PageHeading>{title}</PageHeading>
      {outcome ? <InsetText>{t(`outcome.${outcome}`)}</InsetText> : null}
      <SummaryList
        rows={[
          { key: t('organisation'), value: name },
          { key: t('taxCode'), value: <CodeText>{taxCode}</CodeText> },
          { key: t('askedBy'), value: askedBy },
          { key: t('askedAt'), value: formatDate(language, requestedAt) },
          { key: t('until'), value: formatDate(language, expiresAt) },
          {
            key: t('others'),
            value: others.map((other) => (
              <div>
                {other.name} <span class="secondary">({t(`answer.${other.answer}`)})</span>
              </div>
            )),
          },
        ]}
      />
      {can === 'answer' ? <Answers request={request} context={context} /> : null}
      {can === 'withdraw' ? (
        <>
          <p>{t('waitText')}</p>
          <form method="post" action={`/account/organisations/requests/${request.id}/withdrawal`}>
            <Button kind="secondary" preventDoubleClick>
              {t('withdrawButton')}
            </Button>
          </form>
        </>
      ) : null}
    </SitePage>
  );
}

function Answers({ request: { id, askedBy }, context }: { request: ShownRequest; context: PageContext }) {
  const t = organisationTexts(context.language);
  const address = `/account/organisations/requests/${id}`;
  return (
    <>
      <p>{t('consentText', { name: askedBy })}</p>
      <p>{t('consentLevel')}</p>
      <form method="post" action={`${address}/consent`}>
        <Button preventDoubleClick>{t('consentButton')}</Button>
      </form>
      <form method="post" action={`${address}/refusal`}>
        <Button kind="secondary" preventDoubleClick>
          {t('refuseButton')}
        </Button>
      </form>
    </>
  );
}
