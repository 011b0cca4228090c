import type { Language } from '#lib/platform';
import type { LineChange } from './line-changes.js';
import { texts } from './texts.js';

interface LinesProps {
  lines: LineChange[];
  /** What the two texts are. */
  names: { was: string; is: string };
  language: Language;
}

/** Lines around a change that are shown with it. */
const around = 3;

/** Two texts line by line, those that differ with a few around them. */
export function LinesSideBySide({ lines, names, language }: LinesProps) {
  const t = texts(language);
  const differs = lines.map(({ was, is }) => was?.text !== is?.text);
  const near = (index: number) =>
    differs.slice(Math.max(0, index - around), index + around + 1).includes(true);
  if (!differs.includes(true)) return <p>{t('same-lines')}</p>;
  return (
    <div class="lines" tabIndex={0} role="region" aria-label={t('lines')}>
      <table>
        <thead>
          <tr>
            <td class="lines__number" />
            <th scope="col">{names.was}</th>
            <td class="lines__number" />
            <th scope="col">{names.is}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            if (!near(index)) return index === 0 || near(index - 1) ? <Gap /> : null;
            return (
              <tr>
                <Side one={line.was} changed={differs[index] === true} as="del" />
                <Side one={line.is} changed={differs[index] === true} as="ins" />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface SideProps {
  one: LineChange['was'];
  changed: boolean;
  as: 'del' | 'ins';
}

function Side({ one, changed, as: Mark }: SideProps) {
  if (!one)
    return (
      <>
        <td class="lines__number" />
        <td class="lines__none" />
      </>
    );
  return (
    <>
      <td class="lines__number">{one.number}</td>
      <td class={changed ? `lines__text lines__text--${Mark}` : 'lines__text'}>
        {changed ? <Mark>{one.text}</Mark> : one.text}
      </td>
    </>
  );
}

function Gap() {
  return (
    <tr>
      <td colspan={4} class="lines__gap">
        ⋯
      </td>
    </tr>
  );
}
