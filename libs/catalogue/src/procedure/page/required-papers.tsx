import { type Language, say } from '#lib/platform';
import { Table } from '#lib/web';
import type { ServiceDefinition } from '../../definition/service-definition.js';
import { conditionWords } from './condition-words.js';
import { texts } from './texts.js';

/** The papers of a definition, and when each is needed in the words of the questions that decide it. */
export function RequiredPapers({
  language,
  definition,
}: {
  language: Language;
  definition: ServiceDefinition;
}) {
  const t = texts(language);
  return (
    <section>
      <h2>{t('papers')}</h2>
      {definition.papers.length === 0 ? (
        <p>{t('papers-none')}</p>
      ) : (
        <Table
          class="table-even"
          head={[t('paper'), t('when')]}
          rows={definition.papers.map(({ title, when, required }) => [
            say(title, language),
            when
              ? t(required ? 'only-if' : 'if-any-and', {
                  condition: conditionWords(language, definition.form, when),
                })
              : t(required ? 'always' : 'if-any'),
          ])}
        />
      )}
    </section>
  );
}
