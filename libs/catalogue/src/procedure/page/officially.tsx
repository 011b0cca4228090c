import type { Language } from '#lib/platform';
import { CodeText } from '#lib/web';
import type { ProcedureFacts } from '../../import/procedure-facts.js';
import { ministryName } from './ministry-name.js';
import { texts } from './texts.js';

interface OfficiallyProps {
  language: Language;
  facts: ProcedureFacts;
}

/** Who handles it, and what the procedure is called officially. */
export function Officially({ language, facts }: OfficiallyProps) {
  const t = texts(language);
  const agencies = [...new Set(facts.agencies)];
  const authorities = facts.authorities.filter((name) => !agencies.includes(name));
  return (
    <>
      <Listed title={t('agencies')} items={agencies} lang={language} />
      <Listed title={t('authorities')} items={authorities} lang={language} />
      <h2 class="govuk-heading-s">{t('code')}</h2>
      <p>
        <CodeText>{facts.code}</CodeText>
      </p>
      {facts.officialTitle.length <= 200 ? (
        <Listed title={t('official-title')} items={[facts.officialTitle]} lang={language} />
      ) : null}
      <Listed
        title={t('decision')}
        items={facts.decisionNumber ? [facts.decisionNumber] : []}
        lang={language}
      />
      <Listed title={t('ministry')} items={[ministryName(language, facts.ministry)]} />
      <h2 class="govuk-heading-s">{t('field')}</h2>
      <p>
        <a
          href={`/procedures?${new URLSearchParams({ field: facts.fieldSlug })}`}
          lang={language === 'vi' ? undefined : 'vi'}
        >
          {facts.field}
        </a>
      </p>
    </>
  );
}

interface ListedProps {
  title: string;
  items: string[];
  /** Given for words that exist in Vietnamese only. */
  lang?: Language;
}

function Listed({ title, items, lang = 'vi' }: ListedProps) {
  if (items.length === 0) return null;
  const own = lang === 'vi' ? undefined : 'vi';
  return (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      {items.length === 1 ? (
        <p lang={own}>{items[0]}</p>
      ) : (
        <ul lang={own}>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}
