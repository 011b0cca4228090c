import type { Language } from '#lib/platform';
import type { ProcedureFacts } from '../../import/procedure-facts.js';
import { texts } from './texts.js';

/** What a person has in hand at the end. */
export function Results({ language, results }: { language: Language; results: ProcedureFacts['results'] }) {
  const t = texts(language);
  const names = [...new Set(results.map(({ name }) => name))];
  return (
    <section>
      <h2>{t('results')}</h2>
      {names.length === 0 ? <p>{t('not-stated')}</p> : null}
      {names.length > 0 ? (
        <ul lang={language === 'vi' ? undefined : 'vi'}>
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
