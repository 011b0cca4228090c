import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#lib/platform';

export interface MeasuredQuestion {
  words: string;
  /** Codes, each a right answer. */
  right: string[];
  /** Not looked at while synonyms and weights are tuned. */
  heldOut: boolean;
}

/** Questions with their right answers (`data/queries.tsv`): what the search is measured by. */
export function measuredQuestions(): MeasuredQuestion[] {
  const text = readFileSync(join(projectRoot(), 'libs/catalogue/data/queries.tsv'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line, index) => {
      const [words = '', right = '', tuned] = line.split('\t');
      return { words, right: right.split(','), heldOut: index % 3 === 2 && !tuned };
    });
}
