import type { Language } from '#lib/platform';
import { Details } from '#lib/web';
import type { Prose } from '../../import/procedure-facts.js';
import { SourceLink } from './source-link.js';
import { texts } from './texts.js';

interface FullTextProps {
  language: Language;
  prose: Prose | null;
  source: string | undefined;
}

/** Steps, conditions, notes and addresses where a full export was imported; else where they can be read, if anywhere. */
export function FullText({ language, prose, source }: FullTextProps) {
  const t = texts(language);
  const notes = prose?.paperNotes?.map(({ case: of, text }) => (of ? `${of}: ${text}` : text)).join('\n');
  const parts = [
    { title: t('steps'), text: prose?.steps },
    { title: t('conditions'), text: prose?.conditions },
    { title: t('paper-notes'), text: notes },
    { title: t('address'), text: prose?.address },
  ].filter((part): part is { title: string; text: string } => Boolean(part.text));
  if (parts.length === 0 && !source) return null;
  return (
    <section>
      <h2>{t('full-text')}</h2>
      {parts.map(({ title, text }) => (
        <Details summary={title}>
          <div lang={language === 'vi' ? undefined : 'vi'}>
            {text.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </div>
        </Details>
      ))}
      {parts.length === 0 ? <p>{t('full-text-elsewhere')}</p> : null}
      <SourceLink language={language} source={source} />
    </section>
  );
}
