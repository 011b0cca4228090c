import { formatDate, formatDateTime } from '#lib/calendar';
import { legalDate, type RefusalWords } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  EmptyState,
  ErrorSummary,
  Input,
  type PageContext,
  PageHeading,
  QueueTable,
  Radios,
  RefusedNotice,
  Select,
  SitePage,
  SummaryList,
  Textarea,
} from '#lib/web';
import { agencyName } from '../agencies/agency-name.js';
import type { Agency } from '../agencies/agency.entity.js';
import { officerRoles } from '../officers/officer-role.entity.js';
import { grantMonths } from './propose-role.js';
import type { HeldRole, OpenGrant } from './read-staff.js';
import type { TypedWish, WishField } from './read-wish.js';
import { texts } from './texts.js';

/** An agency with who holds which role there and what waits. */
export interface AgencyStaff {
  agency: Agency;
  staff: HeldRole[];
  grants: OpenGrant[];
}

/** What was done a moment ago, as the address says it. */
export const staffDone = ['proposed', 'granted', 'refused', 'role-ended', 'identity-noted'] as const;

interface StaffPageProps {
  context: PageContext;
  agencies: AgencyStaff[];
  done?: (typeof staffDone)[number] | undefined;
}

/** Who holds which role at the agencies of an administrator, and what waits for a second one. */
export function StaffPage({ context, agencies, done }: StaffPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      flash={done && { kind: 'success', text: t(`done-${done}`) }}
    >
      <RefusedNotice context={context} />
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Button href="/officers/grants/new">{t('propose')}</Button>
      {agencies.some(({ agency }) => agency.level === 'ministry') ? (
        <p>
          <a href="/authenticators">{t('authenticators')}</a>
        </p>
      ) : null}
      {agencies.map(({ agency, staff, grants }) => (
        <section>
          <h2>{agencyName(agency, language)}</h2>
          <h3>{t('waiting')}</h3>
          {grants.length === 0 ? <p>{t('waiting-none')}</p> : null}
          {grants.map((grant) => (
            <Waiting context={context} grant={grant} />
          ))}
          <h3>{t('staff')}</h3>
          {staff.length === 0 ? (
            <EmptyState title={t('staff-none')} />
          ) : (
            <QueueTable
              caption={t('staff')}
              columns={[
                { id: 'officer', title: t('officer'), heads: true },
                { id: 'role', title: t('role') },
                { id: 'until', title: t('until'), whole: true },
                { id: 'identity', title: t('identity') },
                { id: 'end', title: t('end'), bare: true },
              ]}
              rows={staff.map((held) => ({
                id: held.id,
                cells: {
                  officer: `${held.fullName} · ${held.staffNumber}`,
                  role: t(`role-${held.role}`),
                  until: held.validUntil ? formatDate(language, legalDate(held.validUntil)) : t('no-end'),
                  identity: <IdentityCell context={context} held={held} />,
                  end: (
                    <a href={`/officers/roles/${held.id}/ending`}>
                      {t('end')}
                      <span class="govuk-visually-hidden">
                        {' '}
                        {held.fullName}, {t(`role-${held.role}`)}
                      </span>
                    </a>
                  ),
                },
              }))}
            />
          )}
        </section>
      ))}
    </SitePage>
  );
}

/** Whether it is noted who an officer is, and the way to note it; nobody notes their own. */
function IdentityCell({ context, held }: { context: PageContext; held: HeldRole }) {
  const t = texts(context.language);
  const words = t(held.identityNoted ? 'identity-noted' : 'identity-missing');
  if (held.officerId === context.principal?.id) return <>{words}</>;
  return (
    <a href={`/officers/people/${held.officerId}/identity`}>
      {words}
      <span class="govuk-visually-hidden"> {held.fullName}</span>
    </a>
  );
}

function Waiting({ context, grant }: { context: PageContext; grant: OpenGrant }) {
  const { language, principal } = context;
  const t = texts(language);
  const own = grant.proposedBy === principal?.id;
  const forMe = grant.officerId === principal?.id;
  return (
    <SummaryList
      card={{ title: `${grant.fullName} · ${grant.staffNumber}`, headingLevel: 4 }}
      rows={[
        { key: t('role'), value: t(`role-${grant.role}`) },
        { key: t('until'), value: formatDate(language, legalDate(grant.validUntil)) },
        {
          key: t('proposed-by', {
            name: grant.proposer,
            time: formatDateTime(language, grant.proposedAt),
          }),
          value: (
            <form method="post" action={`/officers/grants/${grant.id}/decision`}>
              {own || forMe ? <p>{t(own ? 'own-proposal' : 'for-yourself')}</p> : null}
              <ButtonGroup>
                {own || forMe ? null : (
                  <Button name="granted" value="yes">
                    {t('grant')}
                  </Button>
                )}
                <Button kind="secondary" name="granted" value="no">
                  {t(own ? 'take-back' : 'refuse')}
                </Button>
              </ButtonGroup>
            </form>
          ),
        },
      ]}
    />
  );
}

interface ProposePageProps {
  context: PageContext;
  agencies: Agency[];
  typed: TypedWish;
  wrong: WishField[];
  /** Why it was refused, where every box was filled rightly. */
  refused?: RefusalWords | undefined;
}

/** Proposes a role for an officer. */
export function ProposePage({ context, agencies, typed, wrong, refused }: ProposePageProps) {
  const { language } = context;
  const t = texts(language);
  const errorOf = (field: WishField) => (wrong.includes(field) ? t(`missing-${field}`) : undefined);
  const errors = [
    ...wrong.map((field) => ({ text: t(`missing-${field}`), href: `#${field}` })),
    ...(refused ? [{ text: `${refused.title}. ${refused.help}`, href: '#staff-number' }] : []),
  ];
  return (
    <SitePage
      context={context}
      title={t('propose')}
      errors={errors.length > 0}
      back={{ href: '/officers', text: t('back') }}
    >
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <PageHeading lead={t('propose-lead')}>{t('propose')}</PageHeading>
      <form method="post" action="/officers/grants" novalidate>
        {agencies.length > 1 ? (
          <Select
            name="agency"
            label={t('agency')}
            error={errorOf('agency')}
            value={typed.agency}
            options={[
              { value: '', text: t('choose') },
              ...agencies.map((agency) => ({ value: agency.id, text: agencyName(agency, language) })),
            ]}
          />
        ) : null}
        <Input
          name="staff-number"
          label={t('staff-number')}
          hint={t('staff-number-hint')}
          error={errorOf('staff-number')}
          value={typed['staff-number']}
          width={20}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          name="full-name"
          label={t('full-name')}
          hint={t('full-name-hint')}
          error={errorOf('full-name')}
          value={typed['full-name']}
          autocomplete="off"
          spellcheck={false}
        />
        <Radios
          name="role"
          legend={t('role')}
          error={errorOf('role')}
          value={typed.role}
          options={officerRoles.map((role) => ({ value: role, text: t(`role-${role}`) }))}
        />
        <Radios
          name="months"
          legend={t('months')}
          error={errorOf('months')}
          value={typed.months}
          options={grantMonths.map((months) => ({ value: String(months), text: t(`months-${months}`) }))}
          inline
        />
        <Button preventDoubleClick>{t('send')}</Button>
      </form>
    </SitePage>
  );
}

/** The last look before a role ends. */
export function EndRolePage({ context, held }: { context: PageContext; held: HeldRole }) {
  const t = texts(context.language);
  return (
    <SitePage context={context} title={t('end-title')} back={{ href: '/officers', text: t('back') }}>
      <RefusedNotice context={context} />
      <PageHeading lead={t('end-lead')}>{t('end-title')}</PageHeading>
      <SummaryList
        rows={[
          { key: t('officer'), value: `${held.fullName} · ${held.staffNumber}` },
          { key: t('role'), value: t(`role-${held.role}`) },
        ]}
      />
      <form method="post" novalidate>
        <Textarea name="reason" label={t('reason')} rows={3} attributes={{ maxlength: 500 }} />
        <Button kind="warning" preventDoubleClick>
          {t('end-button')}
        </Button>
      </form>
    </SitePage>
  );
}
