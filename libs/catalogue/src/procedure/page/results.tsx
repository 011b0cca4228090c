import { type Language, say } from '#lib/platform';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import type { ProcedureFacts } from '../../import/procedure-facts.js';
import { texts } from './texts.js';

interface ResultsProps {
  language: Language;
  results: ProcedureFacts['results'];
  definition: ServiceDefinition | undefined;
}

/** What a person has in hand at the end. */
export function Results({ language, results, definition }: ResultsProps) {
  const t = texts(language);
  const names = definition
    ? [say(definition.result.title, language)]
    : [...new Set(results.map(({ name }) => name))];
  return (
    <section>
      <h2>{t('results')}</h2>
      {names.length === 0 ? <p>{t('not-stated')}</p> : null}
      {names.length > 0 ? (
        <ul lang={language === 'vi' || definition ? undefined : 'vi'}>
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
