import { formatDate, formatDateTime } from '#lib/calendar';
import { legalDate } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  doneFlash,
  EmptyState,
  type PageContext,
  PageHeading,
  QueueTable,
  RefusedNotice,
  SitePage,
  SummaryList,
} from '#lib/web';
import { agencyName } from '../agencies/agency-name.js';
import type { Agency } from '../agencies/agency.entity.js';
import type { HeldRole, OpenGrant } from './read-staff.js';
import { texts } from './texts.js';

/** An agency with who holds which role there and what waits. */
export interface AgencyStaff {
  agency: Agency;
  staff: HeldRole[];
  grants: OpenGrant[];
}

interface StaffPageProps {
  context: PageContext;
  agencies: AgencyStaff[];
}

/** Who holds which role at the agencies of an administrator, and what waits for a second one. */
export function StaffPage({ context, agencies }: StaffPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      flash={doneFlash(context, {
        proposed: t('done-proposed'),
        granted: t('done-granted'),
        refused: t('done-refused'),
        'role-ended': t('done-role-ended'),
        'identity-waits': t('done-identity-waits'),
        'identity-noted': t('done-identity-noted'),
        'identity-dropped': t('done-identity-dropped'),
      })}
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
  const words = t(`identity-${held.identity ?? 'missing'}`);
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
