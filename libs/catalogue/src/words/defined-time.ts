import { deadlineWords } from '#lib/calendar';
import { type Language, say } from '#lib/platform';
import type { ServiceDefinition } from '../definition/service-definition.js';

/** The times that a definition states, in a few words. */
export interface DefinedTime {
  /** That of most applications. */
  usual: string;
  /** Those of others, each with its case. */
  cases: string[];
}

/** The times that a definition states; undefined where it states none. */
export function definedTime(
  language: Language,
  { deadline, deadlineCases = [] }: Pick<ServiceDefinition, 'deadline' | 'deadlineCases'>,
): DefinedTime | undefined {
  if (!deadline) return undefined;
  return {
    usual: deadlineWords(language, deadline),
    cases: deadlineCases.map(
      (each) => `${deadlineWords(language, each.deadline)} ${say(each.title, language)}`,
    ),
  };
}
