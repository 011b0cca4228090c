import { formatDateTime } from '#lib/calendar';
import { say } from '#lib/platform';
import { CodeText, QueueTable } from '#lib/web';
import { placeText } from './place-text.js';
import type { SectionProps } from './section-props.js';

/** Children to be registered: what to type into the form. */
export function NewbornsSection({ view, language, t }: SectionProps) {
  const nameOf = new Map(view.people.map(({ idNumber, fullName }) => [idNumber, fullName]));
  return (
    <section id="newborns">
      <h2>{t('newborns')}</h2>
      <p>{t('newbornsLead')}</p>
      <QueueTable
        caption={t('newborns')}
        columns={[
          { id: 'name', title: t('proposedName'), heads: true },
          { id: 'sex', title: t('sex') },
          { id: 'born', title: t('born') },
          { id: 'mother', title: t('mother') },
          { id: 'place', title: t('birthPlace') },
          { id: 'certificate', title: t('certificate') },
          { id: 'case', title: t('case') },
        ]}
        rows={view.newborns.map((child) => ({
          id: child.certificateNumber,
          cells: {
            name: child.proposedName,
            sex: t(child.sex),
            born: formatDateTime(language, child.bornAt, { weekday: false }),
            mother: nameOf.get(child.motherIdNumber),
            place: placeText(child.hospital, language),
            certificate: (
              <>
                <CodeText>{child.certificateNumber}</CodeText>
                <br />
                <span class="secondary">{t('weight', { grams: child.weightGrams })}</span>
              </>
            ),
            case: say(child.testCase, language),
          },
        }))}
      />
    </section>
  );
}
