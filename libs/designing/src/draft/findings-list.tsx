import { CodeText } from '#lib/web';
import type { Language } from '#lib/platform';
import type { PlacedFinding } from '../checking/check-text.js';
import { findingSentence } from '../checking/finding-sentence.js';
import { texts } from './texts.js';

const mostShown = 50;

interface FindingsListProps {
  findings: PlacedFinding[];
  /** What they were found in. */
  text: string;
  language: Language;
}

/** What is wrong: the line as it is written, the place, and how to mend it. */
export function FindingsList({ findings, text, language }: FindingsListProps) {
  const t = texts(language);
  const lines = text.split('\n');
  return (
    <>
      <ol class="findings">
        {findings.slice(0, mostShown).map((finding) => {
          const { line, path } = finding;
          return (
            <li>
              <p>
                {line === undefined ? null : <strong>{t('line', { line })} </strong>}
                {findingSentence(finding, language)}
              </p>
              {line === undefined ? null : <code class="findings__line">{lines[line - 1]?.trim()}</code>}
              {path === '' ? null : (
                <p class="secondary">
                  {t('place')} <CodeText>{path}</CodeText>
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {findings.length > mostShown ? (
        <p>{t('findings-more', { count: findings.length - mostShown })}</p>
      ) : null}
    </>
  );
}
