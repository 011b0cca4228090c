import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { goodDefinition } from '../test/good-definitions.js';
import { initialState, successors, wayOn } from './index.js';
import { stateOf } from './state-of.js';
import { withWords } from './with-words.js';

const folder = new URL('../../catalogue/workflows/', import.meta.url);
const shipped = readdirSync(folder).map((name) =>
  withWords(parse(readFileSync(new URL(name, folder), 'utf8'))),
);

test('from wherever an application can come, the way on is one that can be gone, to an end', () => {
  fc.assert(
    fc.property(
      goodDefinition,
      fc.array(fc.nat(), { maxLength: 6 }),
      fc.boolean(),
      (definition, choices, feeIsDue) => {
        let state = initialState(definition);
        for (const choice of choices) {
          const possible = successors(definition, state);
          state = possible[choice % Math.max(1, possible.length)]?.taken.state ?? state;
        }
        for (const next of wayOn(definition, state, feeIsDue)) {
          const reached = successors(definition, state).map(({ taken }) => JSON.stringify(taken.state));
          expect(reached).toContain(JSON.stringify(next));
          state = next;
        }
        expect(successors(definition, state)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});

test.each(shipped.map((each) => [each.id, each] as const))('%s leads to a result', (_, workflow) => {
  const way = wayOn(workflow, initialState(workflow), false);
  expect(stateOf(workflow, way.at(-1) ?? '').status).toBeGreaterThanOrEqual(9);
  expect(new Set(way.map((state) => JSON.stringify(state))).size).toBe(way.length);
});

const paid = shipped.filter(({ id }) => id.startsWith('payment-'));
test.each(paid.map((each) => [each.id, each] as const))(
  '%s: a fee that is due is waited for once on the way to the result, one that is not is not',
  (_, workflow) => {
    const awaited = (feeIsDue: boolean) =>
      wayOn(workflow, initialState(workflow), feeIsDue).filter(
        (state) => stateOf(workflow, state).status === 6,
      );
    expect(awaited(true)).toHaveLength(1);
    expect(awaited(false)).toHaveLength(0);
    const way = wayOn(workflow, initialState(workflow), true);
    expect(stateOf(workflow, way.at(-1) ?? '').status).toBeGreaterThanOrEqual(9);
  },
);
