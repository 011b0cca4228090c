import { checkCondition, fieldOf, isRealDate } from '#lib/forms';
import type { Validity } from './fee.js';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/** What is wrong with the fee, the times by case and the papers of a definition: what they name must be asked in its form. */
export function checkTerms(definition: ServiceDefinition): Finding[] {
  return [...inFee(definition), ...inDeadlines(definition), ...inPapers(definition)];
}

function* inFee({ fee, form }: ServiceDefinition): Generator<Finding> {
  if (fee.amountDong !== undefined && fee.lines)
    yield { path: 'fee', code: 'fee-both-amount-and-lines', facts: {} };
  if (fee.waivers && !fee.lines) yield { path: 'fee.waivers', code: 'waiver-of-nothing', facts: {} };
  if (fee.amountDong !== undefined) yield* inAmount(fee.amountDong, 'fee.amountDong');
  for (const [index, line] of (fee.lines ?? []).entries()) {
    const path = `fee.lines.${index}`;
    yield* inAmount(line.amountDong, `${path}.amountDong`);
    yield* inValidity(line, path);
    if (line.when) yield* checkCondition(form, line.when, `${path}.when`);
    if (line.times !== undefined && fieldOf(form, line.times)?.type !== 'number')
      yield { path: `${path}.times`, code: 'times-is-no-number', facts: { field: line.times } };
  }
  for (const [index, waiver] of (fee.waivers ?? []).entries()) {
    yield* inValidity(waiver, `fee.waivers.${index}`);
    yield* checkCondition(form, waiver.when, `fee.waivers.${index}.when`);
  }
}

function* inValidity({ validFrom, validUntil }: Validity, path: string): Generator<Finding> {
  for (const [property, day] of Object.entries({ validFrom, validUntil }))
    if (day !== undefined && !isRealDate(day))
      yield { path: `${path}.${property}`, code: 'validity-not-a-day', facts: { day: String(day) } };
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom)
    yield { path, code: 'validity-ends-first', facts: { from: validFrom, until: validUntil } };
}

function* inAmount(amount: number, path: string): Generator<Finding> {
  if (!Number.isSafeInteger(amount) || amount < 0)
    yield { path, code: 'amount-not-in-dong', facts: { amount: String(amount) } };
}

function* inDeadlines({ deadlineCases = [], form }: ServiceDefinition): Generator<Finding> {
  for (const [index, { when }] of deadlineCases.entries())
    yield* checkCondition(form, when, `deadlineCases.${index}.when`);
}

function* inPapers({ papers, form }: ServiceDefinition): Generator<Finding> {
  for (const [index, { id, when }] of papers.entries()) {
    if (fieldOf(form, id)?.type !== 'file')
      yield { path: `papers.${index}.id`, code: 'paper-without-field', facts: { paper: id } };
    if (when) yield* checkCondition(form, when, `papers.${index}.when`);
  }
}
