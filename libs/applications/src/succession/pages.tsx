import type { AddressAnswer } from '#lib/forms';
import { agencyName, type DividedAgency, placeOnDay, roleName } from '#lib/organisations';
import { type Language, say } from '#lib/platform';
import {
  Button,
  CodeText,
  EmptyState,
  type PageContext,
  PageHeading,
  QueueTable,
  RefusedNotice,
  Select,
  SitePage,
} from '#lib/web';
import type { UnplacedApplication } from './read-divided.js';
import { texts } from './texts.js';

interface DividedAgenciesPageProps {
  context: PageContext;
  divided: DividedAgency[];
  open: Map<string, number>;
}

/** The divided agencies that have something left to place. */
export function DividedAgenciesPage({ context, divided, open }: DividedAgenciesPageProps) {
  const { language } = context;
  const t = texts(language);
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      back={{ href: '/officers', text: t('back-officers') }}
    >
      <PageHeading lead={divided.length > 0 ? t('lead') : undefined}>{t('title')}</PageHeading>
      {divided.length === 0 ? (
        <EmptyState title={t('empty')}>{t('empty-text')}</EmptyState>
      ) : (
        <QueueTable
          caption={t('title')}
          columns={[
            { id: 'agency', title: t('agency'), heads: true },
            { id: 'open', title: t('open') },
            { id: 'staff', title: t('staff') },
            { id: 'successors', title: t('successors') },
          ]}
          rows={divided.map(({ agency, successors, staff }) => ({
            id: agency.id,
            cells: {
              agency: <a href={`/succession/${agency.id}`}>{agencyName(agency, language)}</a>,
              open: open.get(agency.id) ?? 0,
              staff: new Set(staff.map(({ officerId }) => officerId)).size,
              successors: successors.map((each) => agencyName(each, language)).join(', '),
            },
          }))}
        />
      )}
    </SitePage>
  );
}

interface DividedAgencyPageProps {
  context: PageContext;
  divided: DividedAgency;
  applications: UnplacedApplication[];
  /** How many open applications there are in all. */
  total: number;
  /** What was just done, from the address. */
  done: Record<string, unknown>;
}

/** Where each application and each officer of a divided agency goes. */
export function DividedAgencyPage({ context, divided, applications, total, done }: DividedAgencyPageProps) {
  const { language } = context;
  const t = texts(language);
  const { agency } = divided;
  const name = agencyName(agency, language);
  return (
    <SitePage
      context={context}
      title={name}
      layout="wide"
      back={{ href: '/succession', text: t('back') }}
      flash={flashOf(language, done)}
    >
      <RefusedNotice context={context} />
      <PageHeading caption={t('title')}>{name}</PageHeading>
      <h2>{t('applications')}</h2>
      {applications.length === 0 ? (
        <p>{t('applications-none')}</p>
      ) : (
        <form method="post" action={`/succession/${agency.id}/applications`}>
          <p>{t('applications-lead')}</p>
          <p class="secondary">{t('first-of', { shown: applications.length, total })}</p>
          <QueueTable
            caption={t('applications')}
            columns={[
              { id: 'number', title: t('number'), heads: true },
              { id: 'procedure', title: t('procedure'), bare: true },
              { id: 'place', title: t('place') },
              { id: 'goes', title: t('goes-to') },
            ]}
            rows={applications.map((application) => ({
              id: application.id,
              cells: {
                number: <CodeText>{application.number}</CodeText>,
                procedure: say(application.procedure, language),
                place: application.address
                  ? addressWords(application.address, application.day, language)
                  : '',
                goes: <Choice {...{ language, divided, application }} />,
              },
            }))}
          />
          <Button preventDoubleClick>{t('move')}</Button>
        </form>
      )}
      <h2>{t('officers')}</h2>
      <Officers language={language} divided={divided} />
    </SitePage>
  );
}

interface ChoiceProps {
  language: Language;
  divided: DividedAgency;
  application: UnplacedApplication;
}

function Choice({ language, divided, application }: ChoiceProps) {
  const t = texts(language);
  return (
    <>
      <input type="hidden" name={`version-${application.id}`} value={application.version} />
      <Select
        name={`application-${application.id}`}
        label={`${t('goes-to')} ${application.number}`}
        labelClass="govuk-visually-hidden"
        hint={application.suggestion ? t('suggested') : undefined}
        value={application.suggestion ?? ''}
        options={successorOptions(language, divided)}
      />
    </>
  );
}

function Officers({ language, divided: { agency, staff, successors } }: Omit<ChoiceProps, 'application'>) {
  const t = texts(language);
  const officers = new Map(staff.map((held) => [held.officerId, held]));
  if (officers.size === 0) return <p>{t('officers-none')}</p>;
  return (
    <form method="post" action={`/succession/${agency.id}/officers`}>
      <p>{t('officers-lead')}</p>
      {[...officers.values()].map((held) => {
        const roles = staff.filter(({ officerId }) => officerId === held.officerId);
        return (
          <Select
            name={`officer-${held.officerId}`}
            label={`${held.fullName} · ${held.staffNumber}`}
            hint={roles.map(({ role }) => roleName(role, language)).join(', ')}
            value=""
            options={successorOptions(language, { successors })}
          />
        );
      })}
      <Button kind="secondary" preventDoubleClick>
        {t('place-officers')}
      </Button>
    </form>
  );
}

function successorOptions(language: Language, { successors }: Pick<DividedAgency, 'successors'>) {
  return [
    { value: '', text: texts(language)('not-yet') },
    ...successors.map((each) => ({ value: each.id, text: agencyName(each, language) })),
  ];
}

/** The address as it was answered, with what its places are now. */
function addressWords({ detail, commune, province }: AddressAnswer, day: string, language: Language): string {
  const around = [
    placeOnDay('commune', commune, day, language),
    placeOnDay('province', province, day, language),
  ];
  return [detail, ...around].filter(Boolean).join(', ');
}

function flashOf(language: Language, done: Record<string, unknown>) {
  const t = texts(language);
  const [moved, kept, placed] = ['moved', 'kept', 'placed'].map((name) =>
    typeof done[name] === 'string' && /^\d{1,4}$/.test(done[name]) ? Number(done[name]) : undefined,
  );
  if (moved === undefined && placed === undefined) return undefined;
  const lines = [
    ...(moved ? [t('moved', { count: moved })] : []),
    ...(kept ? [t('kept', { count: kept })] : []),
    ...(placed ? [t('placed', { count: placed })] : []),
  ];
  if (lines.length === 0) return { kind: 'notice' as const, text: t('nothing-chosen') };
  return { kind: moved || placed ? ('success' as const) : ('notice' as const), text: lines.join(' ') };
}
