import { formatDateTime } from '#lib/calendar';
import { definitionFindingWords } from '#lib/catalogue';
import type { Language } from '#lib/platform';
import { CodeText, InsetText } from '#lib/web';
import { findingSteps } from '#lib/workflow';
import type { Proposal } from './proposal.entity.js';
import { texts } from './texts.js';

interface WalkNoteProps {
  proposal: Proposal;
  /** Where the note is seen. */
  href: string;
  language: Language;
}

/** What came of walking the proposal through the engine: under way, nothing found, or what was, with the way there. */
export function WalkNote({ proposal, href, language }: WalkNoteProps) {
  const t = texts(language);
  const { walkedAt, walkSteps, walkFindings, walkComplete } = proposal;
  return (
    <section aria-labelledby="walk">
      <h2 id="walk">{t('walk')}</h2>
      {!walkedAt || !walkFindings ? (
        <InsetText>
          {t('walk-under-way')} <a href={href}>{t('walk-look-again')}</a>
        </InsetText>
      ) : walkFindings.length === 0 ? (
        <p>
          {t('walk-nothing-found', {
            steps: new Intl.NumberFormat(language).format(walkSteps ?? 0),
            time: formatDateTime(language, walkedAt, { weekday: false }),
          })}
          {walkComplete === false ? ` ${t('walk-not-all')}` : null}
        </p>
      ) : (
        <>
          <p>{t('walk-found', { count: walkFindings.length })}</p>
          <ol class="findings">
            {walkFindings.map((finding) => (
              <li>
                <p>{definitionFindingWords(finding, language)}</p>
                {finding.steps ? (
                  <ol>
                    {findingSteps(finding, language).map((step) => (
                      <li>{step}</li>
                    ))}
                  </ol>
                ) : null}
                {finding.path === '' ? null : (
                  <p class="secondary">
                    {t('walk-place')} <CodeText>{finding.path}</CodeText>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
