import type { DeadlineRule } from '#lib/calendar';
import { type Answers, type Condition, holds } from '#lib/forms';
import type { LocalisedName } from '#lib/platform';
import type { ServiceDefinition } from './service-definition.js';

/** Applications that an agency has another time for: where it must verify something, say. */
export interface DeadlineCase {
  /** Unique in the definition: what was filed keeps it. */
  id: string;
  /** In which case, as it ends a sentence: “khi phải xác minh”. */
  title: LocalisedName;
  when: Condition;
  deadline: DeadlineRule;
}

type Deadlines = Pick<ServiceDefinition, 'deadline' | 'deadlineCases'>;

/**
 * The case of an application with these answers, the first that they meet; null for none of them. It is decided once, when
 * it is filed: what is supplied later changes no promise. The answers must be those of the visible path.
 */
export function deadlineCaseOf({ deadlineCases = [] }: Deadlines, answers: Answers): string | null {
  return deadlineCases.find(({ when }) => holds(when, answers))?.id ?? null;
}

/** The rule by which the deadline of an application is counted; undefined where its procedure states none. */
export function deadlineRuleOf(
  { deadline, deadlineCases = [] }: Deadlines,
  { deadlineCase }: { deadlineCase: string | null },
): DeadlineRule | undefined {
  return deadlineCases.find(({ id }) => id === deadlineCase)?.deadline ?? deadline;
}
