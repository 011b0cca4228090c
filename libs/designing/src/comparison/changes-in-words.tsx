import { changeWords } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import { CodeText, Details, InsetText, QueueTable } from '#lib/web';
import type { Comparison } from './compared.js';
import { texts } from './texts.js';

const mostPlaces = 300;

/** What changes for whoever applies, in sentences; then every place that says something else. */
export function ChangesInWords({ comparison, language }: { comparison: Comparison; language: Language }) {
  const { changes, isNew, values } = comparison;
  const t = texts(language);
  if (isNew) return <p>{t('new')}</p>;
  if (!changes) return <InsetText>{t('unreadable')}</InsetText>;
  if (values.length === 0) return <p>{t('same')}</p>;
  return (
    <>
      {changes.length === 0 ? (
        <p>{t('same-for-applicants')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li>{changeWords(change, language)}</li>
          ))}
        </ul>
      )}
      <Details summary={t('places', { count: values.length })} open={values.length <= 10}>
        <div class="designed">
          <QueueTable
            caption={t('places', { count: values.length })}
            columns={[
              { id: 'place', title: t('place'), heads: true },
              { id: 'was', title: t('was') },
              { id: 'is', title: t('is') },
            ]}
            rows={values.slice(0, mostPlaces).map(({ place, was, is }) => ({
              id: place,
              cells: {
                place: <CodeText>{place}</CodeText>,
                was: was === undefined ? t('nothing') : <del>{was}</del>,
                is: is === undefined ? t('nothing') : <ins>{is}</ins>,
              },
            }))}
          />
        </div>
        {values.length > mostPlaces ? <p>{t('places-more', { count: values.length - mostPlaces })}</p> : null}
      </Details>
    </>
  );
}
