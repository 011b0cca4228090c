import { formatDate } from '#lib/calendar';
import { say } from '#lib/platform';
import { CodeText, QueueTable, Tag } from '#lib/web';
import type { TriedPerson } from '../population/tried-people.js';
import { placeText } from './place-text.js';
import type { SectionProps } from './section-props.js';

/** The people of the register, household by household. */
export function PeopleSection({ view, language, t }: SectionProps) {
  const households = new Set(view.people.map(({ household }) => household)).size;
  return (
    <section id="people">
      <h2>{t('people')}</h2>
      <p>{t('peopleCount', { people: view.people.length, households })}</p>
      <QueueTable
        caption={t('people')}
        columns={[
          { id: 'name', title: t('name'), heads: true },
          { id: 'idNumber', title: t('idNumber'), whole: true },
          { id: 'birthDate', title: t('birthDate'), whole: true },
          { id: 'phone', title: t('phone'), whole: true },
          { id: 'household', title: t('household') },
          { id: 'case', title: t('case') },
        ]}
        rows={view.people.map((person) => ({
          id: person.idNumber,
          cells: {
            name: <Name person={person} t={t} />,
            idNumber: <CodeText>{person.idNumber}</CodeText>,
            birthDate: formatDate(language, person.birthDate),
            phone: person.phone ? (
              <a href={`/?phone=${person.phone}#messages`}>
                <CodeText>{person.phone}</CodeText>
              </a>
            ) : (
              t('noPhone')
            ),
            household: <Household person={person} language={language} t={t} />,
            case: say(person.testCase, language),
          },
        }))}
      />
    </section>
  );
}

function Name({ person, t }: Pick<SectionProps, 't'> & { person: TriedPerson }) {
  const country = person.nationality;
  return (
    <>
      {person.fullName}
      {person.deceased ? (
        <>
          {' '}
          <Tag>{t('deceased')}</Tag>
        </>
      ) : null}
      <br />
      <span class="secondary">
        {[t(person.sex), ...(country === 'VN' ? [] : [t('foreigner', { country })])].join(', ')}
      </span>
    </>
  );
}

function Household({ person, language, t }: Omit<SectionProps, 'view'> & { person: TriedPerson }) {
  const { household: number, relationship, residence } = person;
  const key = `relationship-${relationship}` as 'relationship-head';
  return (
    <>
      {t('householdNumber', { number, relationship: t(key) })}
      {relationship === 'head' ? (
        <>
          <br />
          <span class="secondary">
            {placeText(residence, language)}
            {residence.kind === 'temporary' ? ` (${t('temporary')})` : null}
          </span>
        </>
      ) : null}
    </>
  );
}
