import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import { EmptyState, InsetText, LinkButton, QueueTable, WarningText } from '#lib/web';
import type { OfficerAtDesk } from '../officers/desk.js';
import type { EnrolmentLetter } from '../officers/enrolment-letter.entity.js';
import type { SectionProps } from './section-props.js';

/** Who works at the desk, and the link with which each comes in for the first time. */
export function OfficersSection(props: SectionProps) {
  const { view, t } = props;
  return (
    <section id="officers">
      <h2>{t('officers')}</h2>
      {view.officers === undefined ? (
        <WarningText>
          {t('deskAway')}. {t('deskAwayHelp', { desk: view.deskOrigin })}
        </WarningText>
      ) : view.officers.length === 0 ? (
        <EmptyState title={t('noOfficers')}>{t('noOfficersHelp')}</EmptyState>
      ) : (
        <Officers {...props} officers={view.officers} />
      )}
    </section>
  );
}

function Officers({ view, language, t, officers }: SectionProps & { officers: OfficerAtDesk[] }) {
  const rows = officers.flatMap((officer) =>
    officer.roles.map(({ role, agency }) => ({ officer, role, agency })),
  );
  const appointed = rows.find(({ agency }) => agency.unitCode === view.query.appointed)?.agency;
  return (
    <>
      {appointed ? <InsetText>{t('appointed', { agency: say(appointed.name, language) })}</InsetText> : null}
      <p>{t('officersLead')}</p>
      <QueueTable
        caption={t('officers')}
        columns={[
          { id: 'officer', title: t('officer'), heads: true },
          { id: 'role', title: t('role') },
          { id: 'agency', title: t('agency') },
          { id: 'letter', title: t('letter') },
        ]}
        rows={rows.map(({ officer, role, agency }) => ({
          id: `${officer.id}-${role}`,
          cells: {
            officer: <span id={`officer-${officer.id}`}>{officer.fullName}</span>,
            role: t(`role-${role}`),
            agency: (
              <>
                {say(agency.name, language)}
                <br />
                <span class="secondary">{agency.province && say(agency.province, language)}</span>
              </>
            ),
            letter: <Letter officer={officer} view={view} language={language} t={t} />,
          },
        }))}
      />
    </>
  );
}

function Letter({ officer, view, language, t }: SectionProps & { officer: OfficerAtDesk }) {
  const letter = view.letters.get(officer.id);
  return (
    <>
      {letter ? <LastLetter letter={letter} view={view} language={language} t={t} /> : null}
      <form method="post" action="/enrolment-letters">
        <input type="hidden" name="officerId" value={officer.id} />
        <LinkButton>
          {letter ? t('writeAnother') : t('writeLetter')}
          <span class="govuk-visually-hidden"> {t('writeLetterFor', { name: officer.fullName })}</span>
        </LinkButton>
      </form>
    </>
  );
}

function LastLetter({ letter, view, language, t }: SectionProps & { letter: EnrolmentLetter }) {
  const { url, madeAt, expiresAt } = letter;
  const time = formatDateTime(language, expiresAt ?? madeAt, { weekday: false });
  if (expiresAt && expiresAt <= view.now) return <p class="secondary">{t('expired', { time })}</p>;
  return (
    <p>
      <a href={url}>{t('openLetter')}</a>
      <br />
      <span class="secondary">{t(expiresAt ? 'validUntil' : 'madeAt', { time })}</span>
    </p>
  );
}
