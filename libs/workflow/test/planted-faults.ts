import type { Localised } from '#lib/platform';
import type { Actor, StateDefinition, Term, WorkflowDefinition } from '#lib/workflow';
import { to, words } from './good-definitions.js';

/** One fault, planted: what it does to a definition, and the code it must be found as. */
export interface Fault {
  code: string;
  plant(definition: WorkflowDefinition): void;
}

const only = (definition: WorkflowDefinition, name: string): StateDefinition => {
  const state = definition.states[name];
  if (!state) throw new Error(`no state ${name}`);
  return state;
};
const begin = (definition: WorkflowDefinition, on: StateDefinition['on']) => {
  const first = only(definition, 's0');
  first.on = { ...first.on, ...on };
};
const trap = (more: Partial<StateDefinition>): StateDefinition => ({
  label: words('trap'),
  status: 4,
  waitsFor: 'officer',
  noDeadline: words('Nobody limits it'),
  ...more,
});

/** Faults that fit into any definition. */
export const faults: Fault[] = [
  {
    code: 'state-unreachable',
    plant: (d) => void (d.states.lost = trap({ on: { leave: to('granted', 'case', 'leave') } })),
  },
  {
    code: 'final-unreachable',
    plant: (d) => {
      d.states.trap = trap({ on: { stay: to('trap', 'case', 'stay') } });
      begin(d, { fall: to('trap', 'case', 'fall') });
    },
  },
  {
    code: 'final-unreachable',
    plant: (d) => {
      d.states.one = trap({ on: { across: to('other', 'case', 'across') } });
      d.states.other = trap({ on: { back: to('one', 'approver', 'back') } });
      begin(d, { fall: to('other', 'citizen', 'fall') });
    },
  },
  {
    code: 'nobody-acts',
    plant: (d) => {
      d.states.odd = trap({ waitsFor: 'citizen', on: { leave: to('granted', 'case', 'leave') } });
      begin(d, { go: to('odd', 'case', 'go') });
    },
  },
  { code: 'actor-missing', plant: (d) => begin(d, { go: { ...to('granted', 'case', 'go'), by: [] } }) },
  { code: 'actor-unknown', plant: (d) => begin(d, { go: to('granted', 'mayor' as Actor, 'go') }) },
  {
    code: 'order-unsaid',
    plant: (d) =>
      begin(d, {
        go: [to('granted', 'case', 'go', { guard: 'outcomeIsGrant' }), to('refused', 'case', 'go')],
      }),
  },
  {
    code: 'not-exclusive',
    plant: (d) =>
      begin(d, {
        go: {
          oneOf: [
            to('granted', 'case', 'go', { guard: 'allConsulted' }),
            to('refused', 'case', 'go', { guard: 'someConsultedObject' }),
          ],
        },
      }),
  },
  {
    code: 'guard-missing',
    plant: (d) =>
      begin(d, {
        go: { oneOf: [to('granted', 'case', 'go', { guard: 'feeIsPaid' }), to('refused', 'case', 'go')] },
      }),
  },
  {
    code: 'several-unguarded',
    plant: (d) => begin(d, { go: { firstOf: [to('granted', 'case', 'go'), to('refused', 'case', 'go')] } }),
  },
  {
    code: 'never-taken',
    plant: (d) =>
      begin(d, {
        go: {
          firstOf: [
            to('granted', 'case', 'go', { guard: 'allChildrenEnded' }),
            to('refused', 'case', 'go', { guard: 'noChildRefused' }),
          ],
        },
      }),
  },
  {
    code: 'never-taken',
    plant: (d) => {
      const within = trap({ on: { go: to('granted', 'case', 'go') } });
      d.states.around = {
        ...trap({}),
        initial: 'within',
        states: { within },
        on: { go: to('refused', 'case', 'go') },
      };
      delete d.states.around.waitsFor;
      begin(d, { enter: to('around', 'case', 'enter') });
    },
  },
  {
    code: 'wait-unwatched',
    plant: (d) => {
      const { noDeadline: _, ...unwatched } = trap({ on: { leave: to('granted', 'case', 'leave') } });
      d.states.quiet = unwatched;
      begin(d, { hush: to('quiet', 'case', 'hush', { clock: 'suspend' }) });
    },
  },
  {
    code: 'wait-unwatched',
    plant: (d) => {
      const { noDeadline: _, ...unwatched } = trap({ on: { leave: to('granted', 'case', 'leave') } });
      d.states.loud = trap({ on: { pass: to('quiet', 'case', 'pass') } });
      d.states.quiet = unwatched;
      begin(d, { hush: to('loud', 'case', 'hush', { clock: 'stop' }) });
    },
  },
  {
    code: 'system-circle',
    plant: (d) => {
      const leave = to('granted', 'case', 'leave');
      d.states.here = trap({ waitsFor: 'system', on: { turn: to('there', 'system', 'turn'), leave } });
      d.states.there = trap({ waitsFor: 'system', on: { return: to('here', 'system', 'return') } });
      begin(d, { spin: to('there', 'case', 'spin') });
    },
  },
  {
    code: 'deadline-sends-unknown',
    plant: (d) => void (only(d, 's0').deadline = { within: { months: 1 }, send: 'nothing-like-it' }),
  },
  {
    code: 'deadline-not-by-system',
    plant: (d) => void (only(d, 's0').deadline = { within: { months: 1 }, send: 'refuse-at-once' }),
  },
  {
    code: 'deadline-may-be-refused',
    plant: (d) => {
      begin(d, { perhaps: to('granted', 'system', 'perhaps', { guard: 'feeIsPaid' }) });
      only(d, 's0').deadline = { within: { months: 1 }, send: 'perhaps' };
    },
  },
  { code: 'target-unknown', plant: (d) => begin(d, { go: to('nowhere', 'case', 'go') }) },
  {
    code: 'guard-unknown',
    plant: (d) => begin(d, { go: to('granted', 'case', 'go', { guard: 'isFullMoon' }) }),
  },
  {
    code: 'effect-unknown',
    plant: (d) => begin(d, { go: to('granted', 'case', 'go', { effects: ['dance'] }) }),
  },
  {
    code: 'event-unknown',
    plant: (d) => begin(d, { go: to('granted', 'case', 'go', { notBy: ['dance'] }) }),
  },
  { code: 'text-missing', plant: (d) => void delete (only(d, 's0').label as Partial<Localised>).fr },
  {
    code: 'system-asked',
    plant: (d) => begin(d, { go: to('granted', 'system', 'go', { needs: ['reason'] }) }),
  },
  {
    code: 'ends-by-others',
    plant: (d) => {
      const on = { note: to('held', 'case', 'note'), withdraw: to('refused', 'citizen', 'withdraw') };
      d.states.held = trap({ on });
      begin(d, { hold: to('held', 'case', 'hold') });
    },
  },
  {
    code: 'never-taken',
    plant: (d) =>
      begin(d, {
        go: {
          firstOf: [
            to('granted', 'system', 'go', { guard: 'feeIsDue' }),
            to('refused', 'system', 'go', { guard: 'nothingIsDue' }),
            to('granted', 'system', 'go'),
          ],
        },
      }),
  },
  {
    code: 'deadline-blocked',
    plant: (d) => beside(d, [waiting('a', { workingDays: 2 }), { on: { late: to('over', 'case', 'late') } }]),
  },
  {
    code: 'deadline-ends-another',
    plant: (d) => beside(d, [waiting('a', { workingDays: 2 }), waiting('b', { months: 2 })]),
  },
  {
    code: 'nobody-can-send',
    plant: (d) =>
      beside(d, [
        { on: { both: to('over', 'case', 'both') } },
        { on: { both: to('over', 'citizen', 'both') }, waitsFor: 'citizen' },
      ]),
  },
  {
    code: 'done-never',
    plant: (d) => {
      beside(d, [waiting('a', { workingDays: 2 })]);
      only(d, 'beside').on = { done: to('granted', 'system', 'done', { guard: 'feeIsPaid' }) };
    },
  },
];

/** Waits for an officer, and for the time to be up. */
const waiting = (name: string, within: Term): Partial<StateDefinition> => ({
  deadline: { within, send: 'late' },
  on: { [`${name}-go`]: to('over', 'case', 'go'), late: to('over', 'system', 'late') },
});

/** Plants parts that are at work at once, each a state and its end. */
function beside(definition: WorkflowDefinition, parts: Partial<StateDefinition>[]): void {
  const over: StateDefinition = { label: words('over'), status: 4, final: true };
  const part = (more: Partial<StateDefinition>, index: number) => [
    `part-${index}`,
    { label: words('part'), status: 4, initial: 'open', states: { open: trap(more), over } },
  ];
  definition.states.beside = {
    label: words('beside'),
    status: 4,
    type: 'parallel',
    states: Object.fromEntries(parts.map(part)),
    on: { done: to('granted', 'system', 'done') },
  };
  begin(definition, { divide: to('beside', 'case', 'divide') });
}
