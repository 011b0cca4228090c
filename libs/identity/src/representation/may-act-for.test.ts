import * as fc from 'fast-check';
import { type MandateKind, mandateKinds } from './mandate-rules.js';
import { type Actor, mayActFor, type Standing, type WantedProcedure } from './may-act-for.js';

const now = new Date('2026-11-20T03:05:00Z');
const day = 24 * 3_600_000;
const plain: WantedProcedure = {
  code: '1.001193',
  field: 'civil-status',
  applicants: ['citizen', 'enterprise'],
};
const forSpouses: WantedProcedure = { ...plain, representation: { spouse: true } };
const lan: Actor = { id: 'lan', assurance: 1 };
const director: Actor = { id: 'director', assurance: 2 };
const born = (birthDate: string) => ({ kind: 'person' as const, birthDate, nationality: 'VN' });
const company = { kind: 'organisation' as const, legalRepresentative: director, lapsed: false };
const lapsed = { ...company, lapsed: true };
const headAtLevel1 = { ...company, legalRepresentative: { id: 'director', assurance: 1 as const } };

function mandate(kind: MandateKind, change: Partial<Standing> = {}): Standing {
  const forOrganisation = kind === 'legal-representative' || kind === 'employee';
  return {
    kind,
    representativeId: 'lan',
    scopes: 'all',
    validFrom: new Date(now.getTime() - day),
    validUntil: new Date(now.getTime() + day),
    endedAt: null,
    represented: forOrganisation ? company : born('2019-03-08'),
    ...change,
  };
}

const old = born('1960-01-01');
const scopes = { procedures: ['1.001193'], fields: [] };

/** Who may act for whom: each kind with each relation that makes a difference. */
test.each<[string, Actor, Standing | undefined, WantedProcedure, ReturnType<typeof mayActFor>]>([
  ['a parent for a child of 7', lan, mandate('parent'), plain, undefined],
  [
    'a parent for a child of 14 today',
    lan,
    mandate('parent', { represented: born('2012-11-20') }),
    plain,
    'represented-too-old',
  ],
  [
    'a parent for a child of 14 tomorrow',
    lan,
    mandate('parent', { represented: born('2012-11-21') }),
    plain,
    undefined,
  ],
  ['a parent for a grown child', lan, mandate('parent', { represented: old }), plain, 'represented-too-old'],
  ['anybody for a stranger’s child', lan, undefined, plain, 'mandate-unknown'],
  [
    'a stranger with the id of another’s mandate',
    { id: 'minh', assurance: 2 },
    mandate('parent'),
    plain,
    'mandate-unknown',
  ],
  [
    'a parent nobody has matched to the register',
    { id: 'lan', assurance: 0 },
    mandate('parent'),
    plain,
    'representative-not-known-enough',
  ],
  ['a parent whose mandate was ended', lan, mandate('parent', { endedAt: now }), plain, 'mandate-ended'],
  ['a guardian for a child', lan, mandate('guardian'), plain, undefined],
  ['a guardian for a grown ward', lan, mandate('guardian', { represented: old }), plain, undefined],
  [
    'a guardian after the last day',
    lan,
    mandate('guardian', { validUntil: now }),
    plain,
    'mandate-not-in-time',
  ],
  [
    'a guardian without a last day',
    lan,
    mandate('guardian', { validUntil: null }),
    plain,
    'mandate-not-in-time',
  ],
  [
    'a spouse where the definition allows it',
    lan,
    mandate('spouse', { represented: old }),
    forSpouses,
    undefined,
  ],
  ['a spouse where it does not', lan, mandate('spouse', { represented: old }), plain, 'mandate-not-for-this'],
  [
    'a legal representative for the company',
    director,
    mandate('legal-representative', { representativeId: 'director', validUntil: null }),
    plain,
    undefined,
  ],
  [
    'a legal representative who was replaced',
    lan,
    mandate('legal-representative', { validUntil: null }),
    plain,
    'mandate-unknown',
  ],
  [
    'a legal representative at level 1',
    { id: 'director', assurance: 1 },
    mandate('legal-representative', {
      representativeId: 'director',
      represented: headAtLevel1,
    }),
    plain,
    'representative-not-known-enough',
  ],
  [
    'a legal representative whom the register no longer names',
    director,
    mandate('legal-representative', { representativeId: 'director', represented: lapsed }),
    plain,
    'organisation-lapsed',
  ],
  [
    'an employee of a company that the register dissolved',
    lan,
    mandate('employee', { represented: lapsed }),
    plain,
    'organisation-lapsed',
  ],
  [
    'an employee in what only people apply for',
    lan,
    mandate('employee'),
    { ...plain, applicants: ['citizen', 'foreigner'] },
    'not-for-organisations',
  ],
  ['an employee inside the scope', lan, mandate('employee', { scopes }), plain, undefined],
  [
    'an employee outside it',
    lan,
    mandate('employee', { scopes }),
    { ...plain, code: '2.000488' },
    'mandate-not-for-this',
  ],
  [
    'an employee for a field',
    lan,
    mandate('employee', { scopes: { procedures: [], fields: ['civil-status'] } }),
    plain,
    undefined,
  ],
  [
    'an employee after the last day',
    lan,
    mandate('employee', { validUntil: now }),
    plain,
    'mandate-not-in-time',
  ],
  [
    'an employee before the first',
    lan,
    mandate('employee', { validFrom: new Date(now.getTime() + 1) }),
    plain,
    'mandate-not-in-time',
  ],
  [
    'an employee who has not accepted',
    lan,
    mandate('employee', { representativeId: null }),
    plain,
    'mandate-unknown',
  ],
  [
    'an employee of a company whose legal representative is at level 1',
    lan,
    mandate('employee', {
      represented: headAtLevel1,
    }),
    plain,
    'representative-not-known-enough',
  ],
  ['an assistant prepares', lan, mandate('assistant', { represented: old }), plain, undefined],
  ['a parent of a company', lan, mandate('parent', { represented: company }), plain, 'mandate-unknown'],
  ['an employee of a person', lan, mandate('employee', { represented: old }), plain, 'mandate-unknown'],
])('%s', (_, person, given, procedure, verdict) => {
  expect(mayActFor(person, given, procedure, now)).toBe(verdict);
});

interface Given {
  kind: MandateKind;
  mine: boolean;
  mineAssurance: 0 | 1 | 2;
  headAssurance: 0 | 1 | 2;
  bornAt: string;
  validFrom: Date;
  validUntil: Date | null;
  ended: boolean;
  inScope: boolean;
  spouseAllowed: boolean;
  lapsed: boolean;
  organisationsApply: boolean;
}

const isFor = (kind: MandateKind) =>
  kind === 'employee' || kind === 'legal-representative' ? 'organisation' : 'person';

function standingOf(given: Given): Standing {
  const legalRepresentative: Actor = {
    id: given.kind === 'employee' ? 'director' : 'lan',
    assurance: given.headAssurance,
  };
  return {
    kind: given.kind,
    representativeId: given.mine ? 'lan' : 'minh',
    scopes: { procedures: given.inScope ? ['1.001193'] : [], fields: ['land'] },
    validFrom: given.validFrom,
    validUntil: given.validUntil,
    endedAt: given.ended ? now : null,
    represented:
      isFor(given.kind) === 'organisation'
        ? { kind: 'organisation', legalRepresentative, lapsed: given.lapsed }
        : born(given.bornAt),
  };
}

/** The law and the mandate, said a second time and in another way. */
function allowed(given: Given): boolean {
  const turns14 = `${Number(given.bornAt.slice(0, 4)) + 14}${given.bornAt.slice(4)}`;
  const neverLasts = ['guardian', 'employee', 'assistant'].includes(given.kind);
  return [
    given.mine && !given.ended && given.inScope,
    given.mineAssurance >= 1,
    given.validFrom <= now,
    given.validUntil === null ? !neverLasts : now < given.validUntil,
    isFor(given.kind) === 'person' ||
      (given.headAssurance === 2 && !given.lapsed && given.organisationsApply),
    given.kind !== 'parent' || turns14 > '2026-11-20',
    given.kind !== 'spouse' || given.spouseAllowed,
  ].every(Boolean);
}

test('for any person, relation and age it is what the law and the mandate say, and nothing else', () => {
  const instant = fc.integer({ min: -20, max: 20 }).map((days) => new Date(now.getTime() + days * day));
  const assurance = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
  const bornAt = fc
    .integer({ min: 0, max: 30 * 365 })
    .map((days) => new Date(Date.UTC(2026, 10, 20) - days * day).toISOString().slice(0, 10));
  const situation = fc.record<Given>({
    kind: fc.constantFrom(...mandateKinds),
    mine: fc.boolean(),
    mineAssurance: assurance,
    headAssurance: assurance,
    bornAt,
    validFrom: instant,
    validUntil: fc.option(instant),
    ended: fc.boolean(),
    inScope: fc.boolean(),
    spouseAllowed: fc.boolean(),
    lapsed: fc.boolean(),
    organisationsApply: fc.boolean(),
  });
  const verdict = (given: Given) => {
    const procedure = {
      ...plain,
      applicants: given.organisationsApply ? ['cooperative'] : ['citizen'],
      representation: { spouse: given.spouseAllowed },
    };
    return mayActFor({ id: 'lan', assurance: given.mineAssurance }, standingOf(given), procedure, now);
  };
  fc.assert(
    fc.property(situation, (given) => (verdict(given) === undefined) === allowed(given)),
    { numRuns: 2000 },
  );
});
