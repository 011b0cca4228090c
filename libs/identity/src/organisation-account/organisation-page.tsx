import { formatDate, formatDateTime } from '#lib/calendar';
import {
  Button,
  CodeText,
  doneFlash,
  type PageContext,
  PageHeading,
  RefusedNotice,
  SitePage,
  SummaryList,
} from '#lib/web';
import type { Organisation } from '../representation/organisation.entity.js';
import type { OpenMandate } from '../representation/read-mandates.js';
import { scopeWords } from '../representation/scope-names.js';
import { organisationTexts } from './texts.js';

/** An employee as the legal representative sees them. */
export interface Employee {
  mandate: OpenMandate;
  /** As they are known here, or as they were named until they accept. */
  name: string;
}

interface Shown {
  organisation: Organisation;
  representative: string;
  employees: Employee[];
  scopeNames: Map<string, string>;
}

/** The account of an organisation, for the legal representative it is bound to. */
export function organisationPage(
  context: PageContext,
  { organisation, representative, employees, scopeNames }: Shown,
) {
  const { language } = context;
  const t = organisationTexts(language);
  const { id, name, taxCode, openedAt, checkedAt } = organisation;
  return (
    <SitePage
      context={context}
      title={name}
      back={{ href: '/account/organisations', text: t('title') }}
      flash={doneFlash(context, {
        opened: t('done.opened'),
        granted: t('done.granted'),
        ended: t('done.ended'),
      })}
    >
      <RefusedNotice context={context} />
      <PageHeading>{name}</PageHeading>
      <SummaryList
        rows={[
          { key: t('taxCode'), value: <CodeText>{taxCode}</CodeText> },
          { key: t('boundTo'), value: t('boundToYou', { name: representative }) },
          { key: t('openedAt'), value: formatDate(language, openedAt) },
          { key: t('checkedAt'), value: formatDateTime(language, checkedAt) },
        ]}
      />
      <p>
        {t('filings')} <a href="/applications">{t('filingsLink')}</a>
      </p>
      <h2>{t('employees')}</h2>
      {employees.length === 0 ? <p>{t('noEmployees')}</p> : null}
      {employees.map((employee) => (
        <EmployeeCard {...{ context, organisationId: id, employee, scopeNames }} />
      ))}
      <Button href={`/account/organisations/${id}/employees/new`}>{t('grantButton')}</Button>
      <p>
        <a href={`/account/organisations/${id}/closing`}>{t('closeLink')}</a>
      </p>
    </SitePage>
  );
}

interface EmployeeCardProps {
  context: PageContext;
  organisationId: string;
  employee: Employee;
  scopeNames: Map<string, string>;
}

function EmployeeCard({ context, organisationId, employee, scopeNames }: EmployeeCardProps) {
  const { language } = context;
  const t = organisationTexts(language);
  const { mandate, name } = employee;
  const { id, scopes, validUntil, representativeId } = mandate;
  return (
    <>
      <SummaryList
        card={{ title: name, headingLevel: 3 }}
        rows={[
          { key: t('employeeState'), value: t(representativeId ? 'state.standing' : 'state.waiting') },
          { key: t('forWhat'), value: scopes === 'all' ? t('forAll') : scopeWords(scopes, scopeNames) },
          { key: t('expires'), value: validUntil ? formatDateTime(language, validUntil) : '' },
        ]}
      />
      <form method="post" action={`/account/organisations/${organisationId}/employees/${id}/ending`}>
        <Button kind="secondary" preventDoubleClick>
          {t('end')}
          <span class="govuk-visually-hidden"> ({name})</span>
        </Button>
      </form>
    </>
  );
}
