import type { Language } from '#lib/platform';
import { LinkList, Tag } from '#lib/web';
import { FoundTitle } from '../../search/found-title.js';
import { texts as searchTexts } from '../../search/texts.js';
import type { FoundProcedure } from '../../search/found-procedures.js';
import { levelWords } from '../../words/list-words.js';
import { texts } from './texts.js';

/** Other cases of the procedure, and what comes before it or after. */
export function Related({ language, related }: { language: Language; related: FoundProcedure[] }) {
  const t = texts(language);
  if (related.length === 0) return null;
  return (
    <section>
      <h2>{t('related')}</h2>
      <LinkList
        links={related.map((procedure) => ({
          title: <FoundTitle language={language} procedure={procedure} />,
          href: `/procedures/${procedure.code}`,
          tag: procedure.online ? <Tag colour="green">{searchTexts(language)('tag-online')}</Tag> : undefined,
          meta: [procedure.field, levelWords(language, procedure.levels).join(', ')]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </section>
  );
}
