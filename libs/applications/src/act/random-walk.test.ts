import assert from 'node:assert/strict';
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
const longestWalk = 20;
const walksEach = 10;

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

/** What must hold of a row after any step; by assertions that cost nothing where they hold, unlike `expect`. */
function assertWhole(definition: WorkflowDefinition, row: Row, final: boolean): void {
  const { state, status, waitsFor, clock } = row;
  assert.equal(status, stateOf(definition, state).status);
  assert.equal(waitsFor === 'nobody', final);
  if (final) assert.notEqual(clock.clockStoppedAt, null);
  const { suspensions, clockStartedAt, clockStoppedAt } = clock;
  const instants = [clockStartedAt.toISOString(), ...suspensions.flatMap(({ from, to }) => [from, to])];
  if (clockStoppedAt) instants.push(clockStoppedAt.toISOString());
  assert.deepEqual(instants, instants.toSorted());
  assert.deepEqual(clock.dueAt, dueOf(clock, rule).at);
}

test('over random walks history, state, clock and national status never disagree', () => {
  let walked = 0;
  let ended = 0;
  for (let seed = 1; walked < wanted; seed += 1) {
    const [definition] = fc.sample(goodDefinition, { numRuns: 1, seed });
    if (!definition) throw new Error('no definition');
    const walk = fc.array(fc.nat(), { minLength: longestWalk, maxLength: longestWalk });
    for (const choices of fc.sample(walk, { numRuns: walksEach, seed })) {
      const { steps, final } = walkOnce(definition, choices);
      walked += steps;
      if (final) ended += 1;
    }
  }
  expect(ended).toBeGreaterThan(0);
}, 7_200_000);

/** Takes one of the steps that can be taken, again and again, and looks at the row after each. */
function walkOnce(definition: WorkflowDefinition, choices: number[]): { steps: number; final: boolean } {
  const history: Happened[] = [];
  let row = filedRow(definition);
  let at = filedAt;
  let ended = false;
  for (const choice of choices) {
    const possible = successors(definition, row.state);
    // Every definition is good: where nothing can happen, it has ended.
    assert.equal(possible.length === 0, ended);
    const chosen = possible[choice % possible.length];
    if (!chosen) break;
    at = new Date(at.getTime() + (choice % 97) * 1_800_000);
    const { type, facts = {} } = chosen.event;
    const before = row;
    const { next, row: after } = stepped(definition, before, { type, facts, at });
    row = after;
    ended = next.final;
    assert.deepEqual(row.state, chosen.taken.state);
    assertWhole(definition, row, ended);
    history.push({ type, facts, at, from: before.state, to: row.state, status: row.status });
  }
  // What was stored is what the history tells, told again from the start.
  let told = filedRow(definition);
  for (const event of history) {
    assert.deepEqual(told.state, event.from);
    told = stepped(definition, told, event).row;
    assert.deepEqual([told.state, told.status], [event.to, event.status]);
  }
  assert.deepEqual(told, row);
  return { steps: history.length, final: ended };
}
