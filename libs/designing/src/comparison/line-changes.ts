import { diffArrays } from 'diff';

/** A line of a text, by its number from 1. */
interface Line {
  number: number;
  text: string;
}

/** A line of two texts laid side by side: in both, or in one alone. */
export interface LineChange {
  was: Line | undefined;
  is: Line | undefined;
}

/** More differences than anybody reads one by one: beyond it all is old, then new. */
const mostDifferences = 2000;

/** Which lines a text has lost and got against another, with as few of them as possible. Lines that stay are there too. */
export function lineChanges(before: string, after: string): LineChange[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const parts = diffArrays(old, now, { maxEditLength: mostDifferences }) ?? [
    { removed: true, added: false, value: old },
    { removed: false, added: true, value: now },
  ];
  const lines: LineChange[] = [];
  const numbers = { was: 0, is: 0 };
  const take = (side: 'was' | 'is', texts: string[]): Line[] =>
    texts.map((text) => ({ number: (numbers[side] += 1), text }));
  let [gone, come]: [Line[], Line[]] = [[], []];
  const layDown = () => {
    for (let at = 0; at < Math.max(gone.length, come.length); at += 1)
      lines.push({ was: gone[at], is: come[at] });
    [gone, come] = [[], []];
  };
  for (const { removed, added, value } of parts) {
    const stays = !added && !removed;
    if (stays) layDown();
    if (!added) gone = [...gone, ...take('was', value)];
    if (!removed) come = [...come, ...take('is', value)];
    if (stays) layDown();
  }
  layDown();
  return lines;
}
