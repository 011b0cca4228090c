import { guardNamed } from '../guards.js';
import {
  type Actor,
  nationalStatuses,
  officerActors,
  type StateDefinition,
  transitionsOn,
  type WaitsFor,
} from '../workflow-definition.js';
import { checkName } from './check-names.js';
import { checkTerm } from './check-term.js';
import { checkTexts } from './check-texts.js';
import { hasStates, type PlacedState, placeOf } from './each-state.js';
import { type Finding, finding } from './finding.js';

const whoActs: Record<WaitsFor, readonly Actor[]> = {
  citizen: ['citizen', 'representative'],
  officer: officerActors,
  system: ['system'],
};

/** What a state needs by itself: name, words, national status, somebody who acts, a place to begin inside. */
export function checkState(placed: PlacedState): Finding[] {
  const { path, state } = placed;
  const place = placeOf(path);
  return [
    ...checkName(place, path.at(-1) ?? ''),
    ...checkTexts(`${place}.label`, state.label),
    ...(state.explains ? checkTexts(`${place}.explains`, state.explains) : []),
    ...(state.noDeadline ? checkTexts(`${place}.noDeadline`, state.noDeadline) : []),
    ...checkStatus(place, state),
    ...checkInside(place, state),
    ...checkEnd(place, state),
    ...checkWhoActs(place, placed),
    ...checkDeadline(place, placed),
  ];
}

function checkStatus(place: string, { status }: StateDefinition): Finding[] {
  return nationalStatuses.includes(status)
    ? []
    : [finding(`${place}.status`, 'status-unknown', { status: String(status ?? '') })];
}

function checkInside(place: string, state: StateDefinition): Finding[] {
  if (!hasStates(state)) {
    const stray = (['type', 'initial', 'states'] as const).filter((key) => state[key] !== undefined);
    return stray.map((key) => finding(`${place}.${key}`, 'states-missing'));
  }
  if (state.type !== undefined) {
    if (state.type === 'parallel') return [];
    return [finding(`${place}.type`, 'type-unknown', { type: state.type })];
  }
  const { initial = '' } = state;
  return Object.hasOwn(state.states ?? {}, initial)
    ? []
    : [finding(`${place}.initial`, 'initial-unknown', { initial })];
}

function checkEnd(place: string, state: StateDefinition): Finding[] {
  if (!state.final) return [];
  return [
    ...(['on', 'states'] as const).filter((key) => Object.keys(state[key] ?? {}).length > 0),
    ...(state.deadline ? ['deadline' as const] : []),
  ].map((key) => finding(`${place}.${key}`, 'final-goes-on'));
}

function checkWhoActs(place: string, { state, around }: PlacedState): Finding[] {
  if (state.waitsFor === undefined) {
    return state.final || hasStates(state) ? [] : [finding(`${place}.waitsFor`, 'waits-for-missing')];
  }
  const { waitsFor } = state;
  if (!Object.hasOwn(whoActs, waitsFor)) {
    return [finding(`${place}.waitsFor`, 'waits-for-unknown', { waitsFor })];
  }
  if (state.final || hasStates(state)) return [];
  const transitions = [state, ...around].flatMap((one) =>
    Object.keys(one.on ?? {}).flatMap((event) => transitionsOn(one, event)),
  );
  const acts = transitions.some(({ by = [] }) => whoActs[waitsFor].some((actor) => by.includes(actor)));
  // What they do may happen beside the workflow, such as a payment: then the system waits to read it.
  const isReadOf = transitions.some(({ by = [], guard }) => {
    const reads = guard ? guardNamed(guard)?.reads : undefined;
    return by.includes('system') && reads !== undefined && reads !== 'act';
  });
  return acts || isReadOf ? [] : [finding(`${place}.on`, 'nobody-acts', { waitsFor })];
}

/** When time is up the clock must have something to send, and nothing may stand in its way. */
function checkDeadline(place: string, { state, around }: PlacedState): Finding[] {
  const { deadline } = state;
  if (!deadline) return [];
  const { send, within } = deadline;
  const sent = [state, ...around].flatMap((one) => transitionsOn(one, send));
  const bySystem = sent.filter(({ by }) => by?.includes('system'));
  const problem =
    sent.length === 0
      ? 'deadline-sends-unknown'
      : bySystem.length === 0
        ? 'deadline-not-by-system'
        : bySystem.every(({ guard }) => guard)
          ? 'deadline-may-be-refused'
          : undefined;
  return [
    ...checkTerm(`${place}.deadline.within`, within),
    ...(problem ? [finding(`${place}.deadline.send`, problem, { event: send })] : []),
  ];
}
