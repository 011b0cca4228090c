import type { Finding, ServiceDefinition } from '#lib/catalogue';
import { fieldOf, fieldsOf } from '#lib/forms';
import type { Localised } from '#lib/platform';
import { type Situation, situationsOf, stateOf, waitsForOf } from '#lib/workflow';
import { activeStates } from '../deadline/active-states.js';
import { stateAt } from './mapped-state.js';

/** How open applications go from one revision of a procedure to another. */
export interface RevisionMapping {
  procedure: string;
  /** Numbers of the revisions. */
  from: number;
  to: number;
  /** Of each innermost state the old workflow can come to, the state of the new one; both by their paths. */
  states: Record<string, string>;
  /** Of each field that is gone or of another type, the new field that takes its answer, or null: it stays with what was filed before. */
  fields?: Record<string, string | null>;
  reason: Localised;
}

const mostSituations = 1_000;

/**
 * Why a mapping cannot be carried out; none where every application, wherever it stands, goes on without losing its
 * deadline, its end or an answer.
 */
export function checkMapping(
  from: ServiceDefinition,
  to: ServiceDefinition,
  mapping: RevisionMapping,
): Finding[] {
  const situations = [...(situationsOf(from.workflow, mostSituations)?.values() ?? [])];
  const states = situations.flatMap((situation) => checkSituation(to, mapping, situation));
  const once = new Map(states.map((one) => [`${one.path} ${one.code}`, one]));
  const lost =
    from.deadline && !to.deadline ? [{ path: 'deadline', code: 'legal-deadline-lost', facts: {} }] : [];
  const cases = (from.deadlineCases ?? [])
    .filter(({ id }) => !to.deadlineCases?.some((each) => each.id === id))
    .map(({ id }) => ({ path: 'deadlineCases', code: 'deadline-case-lost', facts: { id } }));
  return [...once.values(), ...checkFields(from, to, mapping), ...lost, ...cases];
}

function checkSituation(
  { workflow }: ServiceDefinition,
  { states }: RevisionMapping,
  here: Situation,
): Finding[] {
  const leaves = here.active.map(([leaf]) => leaf?.path.join('.') ?? '');
  const unmapped = leaves.filter((leaf) => !Object.hasOwn(states, leaf));
  if (unmapped.length > 0)
    return unmapped.map((leaf) => ({
      path: `states.${leaf}`,
      code: 'state-unmapped',
      facts: { state: leaf },
    }));
  const targets = leaves.map((leaf) => states[leaf] ?? '');
  const value = stateAt(workflow, targets);
  const path = `states.${leaves.join(' + ')}`;
  const facts = { to: targets.join(' + ') };
  if (value === undefined) return [{ path, code: 'state-target-wrong', facts }];
  const ended = stateOf(workflow, value).final === true || waitsForOf(workflow, value) === 'nobody';
  if (ended !== here.final) return [{ path, code: 'end-differs', facts }];
  if (ended) return [];
  const after = activeStates(workflow, value).map(({ state }) => state);
  const hadDeadline = here.active.flat().some(({ state }) => state.deadline);
  const hasDeadline = after.some(({ deadline }) => deadline);
  if (hadDeadline && !hasDeadline) return [{ path, code: 'step-deadline-lost', facts }];
  const watched = here.running || hasDeadline || after.some(({ noDeadline }) => noDeadline);
  return watched || waitsForOf(workflow, value) === 'system'
    ? []
    : [{ path, code: 'mapped-unwatched', facts }];
}

function checkFields(
  from: ServiceDefinition,
  to: ServiceDefinition,
  { fields = {} }: RevisionMapping,
): Finding[] {
  const unknown = Object.keys(fields).filter((id) => !fieldOf(from.form, id));
  const wrong = fieldsOf(from.form).flatMap(({ id, type }): Finding[] => {
    const said = Object.hasOwn(fields, id);
    const target = said ? fields[id] : id;
    if (target === null || target === undefined) return [];
    const now = fieldOf(to.form, target);
    const path = `fields.${id}`;
    if (!now)
      return [{ path, code: said ? 'field-target-unknown' : 'field-unmapped', facts: { field: target } }];
    return now.type === type
      ? []
      : [{ path, code: 'field-type-differs', facts: { from: type, to: now.type } }];
  });
  return [
    ...unknown.map((id) => ({ path: `fields.${id}`, code: 'field-target-unknown', facts: { field: id } })),
    ...wrong,
  ];
}
