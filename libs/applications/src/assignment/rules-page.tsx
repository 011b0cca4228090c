import type { GovernmentField } from '#lib/catalogue';
import { agencyName, places } from '#lib/organisations';
import {
  Button,
  Checkboxes,
  EmptyState,
  type PageContext,
  PageHeading,
  QueueTable,
  Select,
  SitePage,
} from '#lib/web';
import type { AssignmentRule } from './choose-officer.js';
import type { AgencyRules } from './rules.js';
import { texts } from './texts.js';
import { Unassigned } from './unassigned.js';

interface RulesPageProps {
  context: PageContext;
  agencies: AgencyRules[];
  fields: GovernmentField[];
  done?: 'added' | 'removed' | undefined;
}

/** The rules by which agencies give out their work, and how much everybody has. */
export function RulesPage({ context, agencies, fields, done }: RulesPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('rules-title')}
      layout="wide"
      flash={done && { kind: 'success', text: t(`rule-${done}`) }}
    >
      <PageHeading lead={t('rules-lead')}>{t('rules-title')}</PageHeading>
      <p>
        <a href="/absences">{t('absences-link')}</a>
      </p>
      {agencies.map((agency) => (
        <section>
          <h2>{agencyName(agency.agency, language)}</h2>
          <p>{t('unassigned-count', { count: agency.unassigned })}</p>
          <Unassigned next={agency.next} context={context} />
          {agency.rules.length === 0 ? (
            <EmptyState title={t('rules-none')}>{t('rules-none-text')}</EmptyState>
          ) : (
            <QueueTable
              caption={t('rules-title')}
              columns={[
                { id: 'about', title: t('rule-about'), heads: true },
                { id: 'officers', title: t('rule-officers') },
                { id: 'remove', title: t('rule-remove'), bare: true },
              ]}
              rows={agency.rules.map((rule) => ({
                id: rule.id,
                cells: {
                  about: about(rule),
                  officers: officersOf(agency, rule),
                  remove: (
                    <form method="post" action={`/assignment/rules/${rule.id}/removal`}>
                      <Button kind="secondary" preventDoubleClick>
                        {t('rule-remove')}
                        <span class="govuk-visually-hidden"> {about(rule)}</span>
                      </Button>
                    </form>
                  ),
                },
              }))}
            />
          )}
          <form method="post" action="/assignment/rules" noValidate>
            <h3>{t('rule-new')}</h3>
            <input type="hidden" name="agency" value={agency.agency.id} />
            {agency.communes.length === 0 ? null : (
              <Select
                name="commune"
                label={t('rule-commune')}
                options={[
                  { value: '', text: t('any-commune') },
                  ...agency.communes.map(({ code }) => ({
                    value: code,
                    text: places.communeName(code, language),
                  })),
                ]}
              />
            )}
            <Select
              name="field"
              label={t('rule-field')}
              options={[
                { value: '', text: t('any-field') },
                ...fields.map(({ slug, name }) => ({ value: slug, text: name })),
              ]}
            />
            <Checkboxes
              name="officers"
              legend={t('rule-officers')}
              hint={t('rule-officers-hint')}
              options={agency.staff.map(({ id, fullName, open }) => ({
                value: id,
                text: t('officer-open', { name: fullName, count: open }),
              }))}
            />
            <Button preventDoubleClick>{t('rule-add')}</Button>
          </form>
        </section>
      ))}
    </SitePage>
  );

  function about({ communeCode, field }: AssignmentRule): string {
    const parts = [
      ...(communeCode === null ? [] : [places.communeName(communeCode, language)]),
      ...(field === null ? [] : [fields.find(({ slug }) => slug === field)?.name ?? field]),
    ];
    return parts.length === 0 ? t('any-application') : parts.join(' · ');
  }

  function officersOf({ staff }: AgencyRules, { officers }: AssignmentRule): string {
    if (officers.length === 0) return t('everybody');
    const names = staff.filter(({ id }) => officers.includes(id)).map(({ fullName }) => fullName);
    return names.length === 0 ? t('nobody-left') : names.join(', ');
  }
}
