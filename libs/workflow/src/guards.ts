import type { Localised } from '#lib/platform';
import words from './words/guards.json' with { type: 'json' };

/** What guards judge by: what the act says, and what is read of the application where a guard needs it. */
export interface GuardFacts {
  outcome?: unknown;
  /** Dong asked for, or stated as the fee before anything was; and dong received. */
  payment?: { dueDong: number; paidDong: number };
  /** How many agencies were asked, by what came of it; `silent`: late, where silence means agreement. */
  consultations?: { open: number; agreed: number; objected: number; silent: number };
  /** How many applications this one opened, by what came of them; one that was stopped counts as refused. */
  children?: { open: number; granted: number; refused: number };
  /** Of a part of another application: why it is to be stopped, if it is. */
  whole?: { stopped: 'refused' | 'withdrawn' | null };
}

/** Where facts come from: the act itself, or a reader of the application. */
export type Reading = 'act' | 'payment' | 'consultations' | 'children' | 'whole';

export interface Guard {
  passes(facts: GuardFacts): boolean;
  reads: Reading;
  /** Guards that never pass when this one does. */
  excludes: readonly GuardName[];
  /** The guard that passes exactly when this one does not. */
  opposite?: GuardName;
  /** Facts it passes with, so that generated walks can go its way. */
  examples: readonly GuardFacts[];
  /** To a service designer: when it passes. */
  doc: Localised;
}

export type GuardName = keyof typeof words;

const agreed: GuardFacts = { consultations: { open: 0, agreed: 2, objected: 0, silent: 0 } };
const objected: GuardFacts = { consultations: { open: 0, agreed: 1, objected: 1, silent: 0 } };
const granted: GuardFacts = { children: { open: 0, granted: 2, refused: 0 } };
const refused: GuardFacts = { children: { open: 0, granted: 1, refused: 1 } };

/** Every condition a definition may name. A guard reads the facts of the event and nothing else. */
export const guards: Readonly<Record<GuardName, Guard>> = {
  outcomeIsGrant: {
    ...outcomeIs('grant'),
    excludes: ['outcomeIsRefuse'],
    doc: words.outcomeIsGrant,
  },
  outcomeIsRefuse: {
    ...outcomeIs('refuse'),
    excludes: ['outcomeIsGrant'],
    doc: words.outcomeIsRefuse,
  },
  feeIsDue: {
    reads: 'payment',
    passes: ({ payment }) => payment !== undefined && payment.dueDong > payment.paidDong,
    excludes: ['nothingIsDue', 'feeIsPaid'],
    opposite: 'nothingIsDue',
    examples: [{ payment: { dueDong: 50_000, paidDong: 0 } }],
    doc: words.feeIsDue,
  },
  nothingIsDue: {
    reads: 'payment',
    passes: ({ payment }) => payment !== undefined && payment.dueDong <= payment.paidDong,
    excludes: ['feeIsDue'],
    opposite: 'feeIsDue',
    examples: [{ payment: { dueDong: 0, paidDong: 0 } }, { payment: { dueDong: 50_000, paidDong: 50_000 } }],
    doc: words.nothingIsDue,
  },
  feeIsPaid: {
    reads: 'payment',
    passes: ({ payment }) =>
      payment !== undefined && payment.dueDong > 0 && payment.dueDong <= payment.paidDong,
    excludes: ['feeIsDue'],
    examples: [{ payment: { dueDong: 50_000, paidDong: 50_000 } }],
    doc: words.feeIsPaid,
  },
  allConsulted: {
    reads: 'consultations',
    passes: ({ consultations }) => allAnswered(consultations),
    excludes: [],
    examples: [agreed, objected],
    doc: words.allConsulted,
  },
  someConsultedObject: {
    reads: 'consultations',
    passes: ({ consultations }) => allAnswered(consultations) && consultations.objected > 0,
    excludes: ['noneConsultedObjects'],
    examples: [objected],
    doc: words.someConsultedObject,
  },
  noneConsultedObjects: {
    reads: 'consultations',
    passes: ({ consultations }) => allAnswered(consultations) && consultations.objected === 0,
    excludes: ['someConsultedObject'],
    examples: [agreed],
    doc: words.noneConsultedObjects,
  },
  allChildrenEnded: {
    reads: 'children',
    passes: ({ children }) => allEnded(children),
    excludes: [],
    examples: [granted, refused],
    doc: words.allChildrenEnded,
  },
  noChildRefused: {
    reads: 'children',
    passes: ({ children }) => allEnded(children) && children.refused === 0,
    excludes: ['someChildRefused'],
    examples: [granted],
    doc: words.noChildRefused,
  },
  someChildRefused: {
    reads: 'children',
    passes: ({ children }) => children !== undefined && children.refused > 0,
    excludes: ['noChildRefused'],
    examples: [refused],
    doc: words.someChildRefused,
  },
  otherPartRefused: {
    ...wholeStopped('refused'),
    excludes: ['wholeWithdrawn'],
    doc: words.otherPartRefused,
  },
  wholeWithdrawn: {
    ...wholeStopped('withdrawn'),
    excludes: ['otherPartRefused'],
    doc: words.wholeWithdrawn,
  },
};

/** What each kind of fact can say before anything came of it; the examples of its guards are the rest. */
const nothingYet: Record<Reading, readonly GuardFacts[]> = {
  act: [{}],
  payment: [],
  consultations: [{ consultations: { open: 1, agreed: 0, objected: 0, silent: 0 } }],
  children: [{ children: { open: 1, granted: 0, refused: 0 } }],
  whole: [{ whole: { stopped: null } }],
};

/** Every kind of answer that reading facts can give, as far as guards tell them apart. */
export function answersOf(reading: Reading): readonly GuardFacts[] {
  const own = Object.values(guards).filter(({ reads }) => reads === reading);
  return [...nothingYet[reading], ...own.flatMap(({ examples }) => examples)];
}

/** The guard of this name, if there is one. */
export function guardNamed(name: string): Guard | undefined {
  return Object.hasOwn(guards, name) ? guards[name as GuardName] : undefined;
}

/** Whether two guards are declared never to pass together. */
export function areExclusive(one: string, other: string): boolean {
  return [
    [one, other],
    [other, one],
  ].some(([a = '', b]) => guardNamed(a)?.excludes.some((name) => name === b));
}

function outcomeIs(outcome: 'grant' | 'refuse'): Pick<Guard, 'reads' | 'passes' | 'examples'> {
  return { reads: 'act', passes: (facts) => facts.outcome === outcome, examples: [{ outcome }] };
}

function wholeStopped(why: 'refused' | 'withdrawn'): Pick<Guard, 'reads' | 'passes' | 'examples'> {
  return {
    reads: 'whole',
    passes: ({ whole }) => whole?.stopped === why,
    examples: [{ whole: { stopped: why } }],
  };
}

function allAnswered<C extends NonNullable<GuardFacts['consultations']>>(all: C | undefined): all is C {
  return all !== undefined && all.open === 0 && all.agreed + all.objected + all.silent > 0;
}

function allEnded<C extends NonNullable<GuardFacts['children']>>(all: C | undefined): all is C {
  return all !== undefined && all.open === 0 && all.granted + all.refused > 0;
}
