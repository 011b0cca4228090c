import { type Term, termUnits } from '../workflow-definition.js';
import { type Finding, finding } from './finding.js';

/** A time is one unit and how many of it: whole days or months, at least one; hours may be a fraction. */
export function checkTerm(path: string, term: Term): Finding[] {
  const [unit, ...others] = Object.keys(term);
  const length: unknown = Object.values(term)[0];
  const known = termUnits.some((one) => one === unit) && others.length === 0;
  const countable =
    typeof length === 'number' &&
    length <= 10_000 &&
    (unit === 'workingHours' ? length > 0 : Number.isInteger(length) && length >= 1);
  return known && countable ? [] : [finding(path, 'term-malformed', { term: JSON.stringify(term) })];
}
