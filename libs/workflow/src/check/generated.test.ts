import * as fc from 'fast-check';
import { goodDefinition } from '../../test/good-definitions.js';
import { faults } from '../../test/planted-faults.js';
import { areExclusive, type GuardFacts, guards } from '../guards.js';
import { checkWorkflow } from '../index.js';

/** How many times as many definitions as usual are tried: `EFFORT=50 npx jest generated`. */
const effort = Number(process.env.EFFORT ?? 1);

test('no good definition is refused', () => {
  fc.assert(
    fc.property(goodDefinition, (definition) => {
      expect(checkWorkflow(definition)).toEqual([]);
    }),
    { numRuns: 20 * effort },
  );
});

test.each(faults.map((fault, index) => ({ ...fault, index })))(
  'a planted fault is found whatever stands around it: $code ($index)',
  ({ code, plant }) => {
    fc.assert(
      fc.property(goodDefinition, (definition) => {
        const broken = structuredClone(definition);
        plant(broken);
        expect(checkWorkflow(broken).map((one) => one.code)).toContain(code);
      }),
      { numRuns: 2 * effort },
    );
  },
);

const count = fc.nat({ max: 3 });
const facts = fc.record(
  {
    outcome: fc.constantFrom('grant', 'refuse', 'perhaps'),
    payment: fc.record({ dueDong: count, paidDong: count }),
    consultations: fc.record({ open: count, agreed: count, objected: count, silent: count }),
    children: fc.record({ open: count, granted: count, refused: count }),
    whole: fc.record({ stopped: fc.constantFrom('refused', 'withdrawn', null) }),
  },
  { requiredKeys: [] },
);

test('guards that are declared exclusive never pass together, and each passes on its examples alone', () => {
  const all = Object.entries(guards);
  fc.assert(
    fc.property(facts, (one) => {
      const passing = all.filter(([, guard]) => guard.passes(one as GuardFacts)).map(([name]) => name);
      for (const a of passing) for (const b of passing) expect(a !== b && areExclusive(a, b)).toBe(false);
      for (const [name, guard] of all)
        if (guard.opposite && Object.hasOwn(one, guard.reads))
          expect(passing.includes(name)).toBe(!passing.includes(guard.opposite));
    }),
    { numRuns: 2000 },
  );
  for (const [, guard] of all) {
    expect(guard.passes({})).toBe(false);
    for (const example of guard.examples) expect(guard.passes(example)).toBe(true);
  }
});
