import { formatDate } from '#lib/calendar';
import { agencyName, roleName } from '#lib/organisations';
import type { RefusalWords } from '#lib/platform';
import {
  Button,
  DateInput,
  ErrorSummary,
  type PageContext,
  PageHeading,
  QueueTable,
  Select,
  SitePage,
  textIn,
} from '#lib/web';
import type { AbsenceError } from './read-absence-form.js';
import type { AgencyAbsences } from './read-absences.js';
import { texts } from './texts.js';

interface AbsencesPageProps {
  context: PageContext;
  agencies: AgencyAbsences[];
  done?: 'noted' | 'ended' | undefined;
  body?: unknown;
  errors?: AbsenceError[];
  /** Why it was refused. */
  words?: RefusalWords | undefined;
}

/** Who is away and who stands in, and the form to note it, agency by agency. */
export function AbsencesPage({ context, agencies, done, body, errors = [], words }: AbsencesPageProps) {
  const { language, principal } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      errors={errors.length > 0 || words !== undefined}
      back={{ href: '/', text: t('back') }}
      flash={done && { kind: 'success', text: t(`done-${done}`) }}
    >
      {errors.length > 0 ? (
        <ErrorSummary errors={errors.map(({ id, code }) => ({ text: t(code), href: `#${id}` }))} />
      ) : null}
      {words ? <ErrorSummary errors={[{ text: `${words.title}. ${words.help}`, href: '#deputy' }]} /> : null}
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {agencies.map(({ agency, absences, officers, staff }) => {
        const posted = textIn(body, 'agency') === agency.id ? body : undefined;
        const [alone] = officers.length === 1 ? officers : [];
        const deputies = alone
          ? staff.filter(({ id, roles }) => id !== alone.id && roles.includes(alone.role))
          : staff;
        return (
          <section>
            {agencies.length > 1 ? <h2>{agencyName(agency, language)}</h2> : null}
            {absences.length === 0 ? (
              <p>{t('none')}</p>
            ) : (
              <QueueTable
                caption={t('title')}
                columns={[
                  { id: 'officer', title: t('officer'), heads: true },
                  { id: 'days', title: t('days') },
                  { id: 'deputy', title: t('deputy') },
                  { id: 'end', title: t('end'), bare: true },
                ]}
                rows={absences.map((absence) => ({
                  id: absence.id,
                  cells: {
                    officer: absence.officer,
                    days: t('from-until', {
                      from: formatDate(language, absence.fromDay),
                      until: formatDate(language, absence.untilDay),
                    }),
                    deputy: absence.deputy,
                    end: officers.some(({ id }) => id === absence.officerId) ? (
                      <form method="post" action={`/absences/${absence.id}/ending`}>
                        <Button kind="secondary" preventDoubleClick>
                          {t('end')}
                          <span class="govuk-visually-hidden"> {absence.officer}</span>
                        </Button>
                      </form>
                    ) : null,
                  },
                }))}
              />
            )}
            {officers.length === 0 ? null : (
              <form method="post" action="/absences" noValidate>
                <h2>{t('note')}</h2>
                <input type="hidden" name="agency" value={agency.id} />
                {alone && alone.id === principal?.id ? (
                  <input type="hidden" name="officer" value={alone.id} />
                ) : (
                  <Select
                    name="officer"
                    label={t('officer')}
                    value={textIn(posted, 'officer')}
                    options={[{ value: '', text: t('choose') }, ...options(officers)]}
                    error={said('officer', posted)}
                  />
                )}
                <DateInput
                  id="from"
                  legend={t('from')}
                  hint={t('day-hint')}
                  values={dayOf(posted, 'from')}
                  error={said('from-day', posted)}
                />
                <DateInput
                  id="until"
                  legend={t('until')}
                  values={dayOf(posted, 'until')}
                  error={said('until-day', posted)}
                />
                <Select
                  name="deputy"
                  label={t('deputy')}
                  hint={t(deputies.length > 0 ? 'deputy-hint' : 'deputy-nobody')}
                  value={textIn(posted, 'deputy')}
                  options={[{ value: '', text: t('choose') }, ...options(deputies)]}
                  error={said('deputy', posted)}
                />
                <Button preventDoubleClick>{t('note-button')}</Button>
              </form>
            )}
          </section>
        );
      })}
    </SitePage>
  );

  function options(staff: AgencyAbsences['staff']) {
    return staff.map(({ id, fullName, roles }) => ({
      value: id,
      text: `${fullName} · ${roles.map((role) => roleName(role, language)).join(', ')}`,
    }));
  }

  function said(id: string, posted: unknown) {
    const error = posted === undefined ? undefined : errors.find((each) => each.id === id);
    return error && t(error.code);
  }
}

function dayOf(body: unknown, prefix: string) {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textIn(body, `${prefix}-${part}`));
  return { day, month, year };
}
