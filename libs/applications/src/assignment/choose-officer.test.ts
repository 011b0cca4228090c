import * as fc from 'fast-check';
import { standInsOf } from '../absence/stand-ins.js';
import { type AssignmentRule, type Candidate, chooseOfficer } from './choose-officer.js';

const ids = ['a', 'b', 'c', 'd', 'e'];
const rule: fc.Arbitrary<AssignmentRule> = fc.record({
  communeCode: fc.constantFrom(null, '00082', '00070'),
  field: fc.constantFrom(null, 'ho-tich', 'dat-dai'),
  officers: fc.subarray([...ids, 'stranger']),
});
const rules = fc.array(rule, { maxLength: 6 });
const matter = fc.record({
  communeCode: fc.constantFrom(undefined, '00082', '00070', '00001'),
  field: fc.constantFrom('ho-tich', 'dat-dai', 'y-te'),
});
const candidates: fc.Arbitrary<Candidate[]> = fc
  .subarray(ids)
  .chain((some) =>
    fc.tuple(
      ...some.map((id) =>
        fc.record({ id: fc.constant(id), staffNumber: fc.constant(`CB-${id}`), open: fc.nat(9) }),
      ),
    ),
  );
const away = fc.array(fc.record({ officerId: fc.constantFrom(...ids), deputyId: fc.constantFrom(...ids) }), {
  maxLength: 5,
});
const officersOf = (some: Candidate[], standIns: Map<string, string | undefined>) =>
  some.filter(({ id }) => !standIns.has(id));
const any: AssignmentRule = { communeCode: null, field: null, officers: [] };
const birth = { communeCode: '00082', field: 'ho-tich' };
const free = (id: string, open = 0): Candidate => ({ id, staffNumber: `CB-${id}`, open });

test('somebody who may work on it and is there is chosen whenever there is one, never anybody else', () => {
  fc.assert(
    fc.property(rules, matter, candidates, away, (some, what, who, absent) => {
      const standIns = standInsOf(absent);
      const there = officersOf(who, standIns).map(({ id }) => id);
      const chosen = chooseOfficer(some, what, who, standIns);
      if (there.length > 0) expect(there).toContain(chosen);
      else expect(chosen).toBeUndefined();
    }),
  );
});

test('the order in which rules and officers are listed changes nothing', () => {
  fc.assert(
    fc.property(rules, matter, candidates, away, (some, what, who, absent) => {
      const standIns = standInsOf(absent);
      expect(chooseOfficer(some.toReversed(), what, who.toReversed(), standIns)).toBe(
        chooseOfficer(some, what, who, standIns),
      );
    }),
  );
});

test('work given out one after the other is spread evenly: nobody has two more than another', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), fc.nat(40), (who, count) => {
      const open = new Map(who.map((id) => [id, 0]));
      for (let given = 0; given < count; given += 1) {
        const chosen = chooseOfficer(
          [any],
          birth,
          who.map((id) => free(id, open.get(id))),
          new Map(),
        );
        open.set(chosen ?? '', (open.get(chosen ?? '') ?? 0) + 1);
      }
      expect([...open.keys()]).toEqual(who);
      expect(Math.max(...open.values()) - Math.min(...open.values())).toBeLessThanOrEqual(1);
    }),
  );
});

test.each<[string, AssignmentRule[], string]>([
  [
    'place and field',
    [
      { ...any, officers: ['a'] },
      { communeCode: '00082', field: 'ho-tich', officers: ['b'] },
      { communeCode: '00082', field: null, officers: ['c'] },
    ],
    'b',
  ],
  [
    'place before field',
    [
      { communeCode: null, field: 'ho-tich', officers: ['a'] },
      { communeCode: '00082', field: null, officers: ['c'] },
    ],
    'c',
  ],
  [
    'field before any',
    [
      { ...any, officers: ['b'] },
      { communeCode: null, field: 'ho-tich', officers: ['c'] },
    ],
    'c',
  ],
  [
    'the next where nobody of it may',
    [
      { communeCode: '00082', field: null, officers: ['stranger'] },
      { ...any, officers: ['c'] },
    ],
    'c',
  ],
  ['everybody where no rule fits', [{ communeCode: '00070', field: null, officers: ['c'] }], 'a'],
])('the most telling rule decides: %s', (_, some, chosen) => {
  expect(
    chooseOfficer(
      some,
      birth,
      ['c', 'b', 'a'].map((id) => free(id)),
      new Map(),
    ),
  ).toBe(chosen);
});

test('whoever is away is replaced by who stands in, through to one who is there', () => {
  const mine: AssignmentRule[] = [{ ...any, officers: ['a'] }];
  const standIns = standInsOf([
    { officerId: 'a', deputyId: 'b' },
    { officerId: 'b', deputyId: 'c' },
  ]);
  const everybody = ['a', 'b', 'c', 'd'].map((id) => free(id));
  expect(chooseOfficer(mine, birth, everybody, standIns)).toBe('c');
});

test('deputies who stand in for one another stand in for nobody, and nothing hangs', () => {
  fc.assert(
    fc.property(away, (absent) => {
      const standIns = standInsOf(absent);
      for (const standIn of standIns.values())
        if (standIn !== undefined) expect(standIns.has(standIn)).toBe(false);
    }),
  );
  expect([
    ...standInsOf([
      { officerId: 'a', deputyId: 'b' },
      { officerId: 'b', deputyId: 'a' },
    ]).values(),
  ]).toEqual([undefined, undefined]);
});
