import { type Answers, answerOf } from './answer.js';

/**
 * When a page, a field or a choice is there. `eq` and `in` compare with a field's answer; for checkboxes they
 * ask whether a value is ticked. A field that is not answered, or is itself hidden, equals nothing.
 */
export type Condition =
  | { eq: [field: string, value: unknown] }
  | { in: [field: string, values: unknown[]] }
  | { answered: string }
  /** So many items, ticks or papers, or more. */
  | { atLeast: [field: string, count: number] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** Whether the condition is true of these answers, which must be those of the visible path. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('eq' in condition) return saidIn(answers, condition.eq[0]).includes(condition.eq[1]);
  if ('in' in condition)
    return saidIn(answers, condition.in[0]).some((said) => condition.in[1].includes(said));
  if ('answered' in condition) return saidIn(answers, condition.answered).length > 0;
  if ('atLeast' in condition) return saidIn(answers, condition.atLeast[0]).length >= condition.atLeast[1];
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  return !holds(condition.not, answers);
}

/** Each field a condition looks at, with the values it is compared with. */
export function comparisonsIn(condition: Condition): { field: string; values: unknown[]; counted?: true }[] {
  if ('eq' in condition) return [{ field: condition.eq[0], values: [condition.eq[1]] }];
  if ('in' in condition) return [{ field: condition.in[0], values: condition.in[1] }];
  if ('answered' in condition) return [{ field: condition.answered, values: [] }];
  if ('atLeast' in condition) return [{ field: condition.atLeast[0], values: [], counted: true }];
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  return comparisonsIn(condition.not);
}

function saidIn(answers: Answers, field: string): unknown[] {
  const answer = answerOf(answers, field);
  if (answer === undefined) return [];
  return Array.isArray(answer) ? answer : [answer];
}
