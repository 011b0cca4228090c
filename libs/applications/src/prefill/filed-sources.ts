import type { Answers } from '#lib/forms';
import type { AnswerSource } from '../application/answers.js';
import type { Sources } from './source.js';

/** Where the answers that are filed came from: of the fields that are filed and that a register knew something about. */
export function filedSources(sources: Sources, visible: Answers): Record<string, AnswerSource> {
  return Object.fromEntries(
    Object.entries(sources)
      .filter(([field, { known }]) => known && visible[field] !== undefined)
      .map(([field, { source, at, kept }]) => [field, { register: source, asOf: at, unchanged: kept }]),
  );
}
