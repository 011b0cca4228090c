import * as fc from 'fast-check';
import type { DeadlineRule } from '#lib/calendar';
import {
  initialState,
  stateOf,
  type StateValue,
  step,
  waitsForOf,
  type WorkflowDefinition,
} from '#lib/workflow';
import { goodDefinition } from '../../../workflow/test/good-definitions.js';
import { successors } from '../../../workflow/src/successors.js';
import { actors } from '../../../workflow/src/workflow-definition.js';
import { type ClockState, dueOf, moveClock, startClock } from './clock.js';

/** How many steps are walked over all definitions: `WALK_STEPS=1000000 npx jest random-walk`. */
const wanted = Number(process.env.WALK_STEPS ?? 500);

const rule: DeadlineRule = { workingDays: 5, onSupplement: 'suspend' };
const filedAt = new Date('2026-11-16T03:05:00Z');

/** What the row of an application says. */
interface Row {
  state: StateValue;
  status: number;
  waitsFor: string;
  clock: ClockState;
}

interface Happened {
  type: string;
  facts: Record<string, unknown>;
  at: Date;
  from: StateValue;
  to: StateValue;
  status: number;
}

function filedRow(definition: WorkflowDefinition): Row {
  const state = initialState(definition);
  const { status } = stateOf(definition, state);
  return { state, status, waitsFor: waitsForOf(definition, state), clock: startClock(rule, filedAt) };
}

/** One step of a row, as `performAct` stores it, sent by whoever may. */
function stepped(definition: WorkflowDefinition, row: Row, event: Pick<Happened, 'type' | 'facts' | 'at'>) {
  const { type, facts, at } = event;
  const next = step(definition, row.state, { type, facts }, actors);
  const clock = moveClock(row.clock, next.clock, rule, at);
  return { next, row: { state: next.state, status: next.status, waitsFor: next.waitsFor, clock } };
}

/** What must hold of a row after any step. */
function expectWhole(
  definition: WorkflowDefinition,
  { state, status, waitsFor, clock }: Row,
  final: boolean,
): void {
  expect(status).toBe(stateOf(definition, state).status);
  expect(waitsFor === 'nobody').toBe(final);
  if (final) expect(clock.clockStoppedAt).not.toBeNull();
  const { suspensions, clockStartedAt, clockStoppedAt } = clock;
  const instants = [clockStartedAt.toISOString(), ...suspensions.flatMap(({ from, to }) => [from, to])];
  if (clockStoppedAt) instants.push(clockStoppedAt.toISOString());
  expect(instants).toEqual(instants.toSorted());
  expect(clock.dueAt).toEqual(dueOf(clock, rule).at);
}

test('over random walks history, state, clock and national status never disagree', () => {
  let walked = 0;
  let ended = 0;
  while (walked < wanted) {
    const seed = walked + 1;
    const [definition] = fc.sample(goodDefinition, { numRuns: 1, seed });
    if (!definition) throw new Error('no definition');
    const [choices = []] = fc.sample(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), {
      numRuns: 1,
      seed,
    });
    const history: Happened[] = [];
    let row = filedRow(definition);
    let at = filedAt;
    for (const choice of choices) {
      const possible = successors(definition, row.state);
      const chosen = possible[choice % Math.max(1, possible.length)];
      // Every definition is good: where nothing can happen, it has ended.
      if (!chosen) expect(row.waitsFor).toBe('nobody');
      if (!chosen) break;
      at = new Date(at.getTime() + (choice % 97) * 1_800_000);
      const { type, facts = {} } = chosen.event;
      const before = row;
      const { next, row: after } = stepped(definition, before, { type, facts, at });
      row = after;
      expect(row.state).toEqual(chosen.taken.state);
      expectWhole(definition, row, next.final);
      history.push({ type, facts, at, from: before.state, to: row.state, status: row.status });
      walked += 1;
      if (next.final) ended += 1;
    }
    // What was stored is what the history tells, told again from the start.
    let told = filedRow(definition);
    for (const event of history) {
      expect(told.state).toEqual(event.from);
      told = stepped(definition, told, event).row;
      expect([told.state, told.status]).toEqual([event.to, event.status]);
    }
    expect(told).toEqual(row);
    if (history.length === 0) walked += 1;
  }
  expect(ended).toBeGreaterThan(0);
}, 3_600_000);
