import { say } from '#lib/platform';
import { CodeText, QueueTable, Tag } from '#lib/web';
import { placeText } from './place-text.js';
import type { SectionProps } from './section-props.js';

/** The enterprises of the business register, and who represents each by law. */
export function EnterprisesSection({ view, language, t }: SectionProps) {
  const nameOf = new Map(view.people.map(({ idNumber, fullName }) => [idNumber, fullName]));
  return (
    <section id="enterprises">
      <h2>{t('enterprises')}</h2>
      <p>{t('enterprisesLead')}</p>
      <QueueTable
        caption={t('enterprises')}
        columns={[
          { id: 'name', title: t('enterprise'), heads: true },
          { id: 'taxCode', title: t('taxCode'), whole: true },
          { id: 'representatives', title: t('representatives') },
          { id: 'address', title: t('address') },
          { id: 'case', title: t('case') },
        ]}
        rows={view.enterprises.map(({ taxCode, name, kind, status, representatives, address, testCase }) => ({
          id: taxCode,
          cells: {
            name: (
              <>
                {name} {status === 'dissolved' ? <Tag>{t('dissolved')}</Tag> : null}
                <br />
                <span class="secondary">{t(`kind-${kind}`)}</span>
              </>
            ),
            taxCode: <CodeText>{taxCode}</CodeText>,
            representatives: representatives.map(({ idNumber, position }) => (
              <>
                {nameOf.get(idNumber)} <span class="secondary">({t(`position-${position}`)})</span>
                <br />
                <CodeText>{idNumber}</CodeText>
                <br />
              </>
            )),
            address: placeText(address, language),
            case: say(testCase, language),
          },
        }))}
      />
    </section>
  );
}
