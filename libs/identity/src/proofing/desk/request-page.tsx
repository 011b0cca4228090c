import { formatDate } from '#lib/calendar';
import { places } from '#lib/organisations';
import { ErrorSummary, InsetText, type PageContext, PageHeading, SitePage, SummaryList } from '#lib/web';
import { CheckForm, DecisionForm } from './request-forms.js';
import { deskCounterTexts } from './desk-texts.js';
import type { Mistake } from './read-forms.js';
import type { RequestView } from './view-request.js';

export interface Posted {
  errors: Mistake[];
  typed: Record<string, string>;
}

/** The person as the register knows them, beside the one who stands there; and the officer's part of the check. */
export function requestPage(
  context: PageContext,
  view: RequestView,
  posted: Posted = { errors: [], typed: {} },
) {
  const { language } = context;
  const t = deskCounterTexts(language);
  const { request, person, first } = view;
  const { errors } = posted;
  const { commune, province, detail } = person.residence;
  const place = [detail, places.communeName(commune, language), places.provinceName(province, language)];
  return (
    <SitePage
      context={context}
      title={t('requestTitle')}
      back={{ href: '/counter', text: t('title') }}
      errors={errors.length > 0}
    >
      {errors.length > 0 ? (
        <ErrorSummary errors={errors.map(({ field, text }) => ({ text: t(text), href: `#${field}` }))} />
      ) : null}
      <PageHeading caption={t(`purpose-${request.purpose}`)} lead={t(first ? 'firstLead' : 'secondLead')}>
        {t('requestTitle')}
      </PageHeading>
      <InsetText>{t('recorded')}</InsetText>
      <SummaryList
        card={{ title: t('registerTitle') }}
        rows={[
          { key: t('photo'), value: t('noPhoto') },
          { key: t('name'), value: <strong>{person.fullName}</strong> },
          { key: t('idNumber'), value: person.idNumber },
          { key: t('birthDate'), value: formatDate(language, person.birthDate) },
          { key: t('sex'), value: t(person.sex) },
          { key: t('residence'), value: place.filter(Boolean).join(', ') },
          ...(person.deceased ? [{ key: t('deceased'), value: t('deceasedText') }] : []),
          ...(request.document
            ? [
                {
                  key: t('document'),
                  value: t('documentShown', {
                    kind: t(`document-${request.document}`),
                    tail: request.documentTail ?? '',
                  }),
                },
              ]
            : []),
        ]}
      />
      {request.state === 'waiting' ? <CheckForm t={t} request={request} posted={posted} /> : null}
      {request.state === 'checked' && first ? <InsetText>{t('waitForSecond')}</InsetText> : null}
      {request.state === 'checked' && !first ? (
        <DecisionForm t={t} request={request} posted={posted} />
      ) : null}
      {request.state === 'approved' || request.state === 'refused' ? (
        <InsetText>{t(request.state)}</InsetText>
      ) : null}
    </SitePage>
  );
}
