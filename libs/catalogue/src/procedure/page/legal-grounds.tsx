import type { Language } from '#lib/platform';
import { Details } from '#lib/web';
import type { LegalGround } from '../../import/procedure-facts.js';
import { texts } from './texts.js';

/** The laws it rests on, behind one line: few read them, who does reads all. */
export function LegalGrounds({ language, grounds }: { language: Language; grounds: LegalGround[] }) {
  const t = texts(language);
  if (grounds.length === 0) return null;
  return (
    <section>
      <h2>{t('legal-grounds')}</h2>
      <Details summary={t('legal-grounds-count', { count: grounds.length })}>
        <ul lang={language === 'vi' ? undefined : 'vi'}>
          {grounds.map(({ number, title }) => (
            <li>
              {title?.includes(number) ? null : <strong>{number}</strong>}
              {title && !title.includes(number) ? ' – ' : null}
              {title}
            </li>
          ))}
        </ul>
      </Details>
    </section>
  );
}
