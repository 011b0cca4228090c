import * as fc from 'fast-check';
import type { Localised } from '#lib/platform';
import type {
  Actor,
  ClockEffect,
  StateDefinition,
  TransitionDefinition,
  WorkflowDefinition,
} from '#lib/workflow';

const words = (text: string): Localised => ({ vi: text, en: text, fr: text });

const to = (
  target: string,
  by: Actor,
  event: string,
  more: Partial<TransitionDefinition> = {},
): TransitionDefinition => ({ to: target, by: [by], label: words(event), past: words(event), ...more });

/** How one step of a generated definition looks inside. */
type Shape = 'plain' | 'nested' | 'parallel' | 'timed' | 'system';

interface Step {
  shape: Shape;
  by: 'citizen' | 'representative' | 'case' | 'approver' | 'case@consulted';
  clock: ClockEffect | undefined;
  /** Whether the way on is chosen by a guard, and which. */
  choice: 'none' | 'outcome' | 'payment' | 'ordered';
  /** Where else it may go, as a share of all states. */
  aside: number | undefined;
}

const steps = fc.array(
  fc.record<Step>({
    shape: fc.constantFrom('plain', 'nested', 'parallel', 'timed', 'system'),
    by: fc.constantFrom('citizen', 'representative', 'case', 'approver', 'case@consulted'),
    clock: fc.constantFrom(undefined, undefined, 'start', 'suspend', 'resume', 'restart', 'stop'),
    choice: fc.constantFrom('none', 'outcome', 'payment', 'ordered'),
    aside: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 7 },
);

/** Definitions that are good by construction: a way on from every step, asides, guards, parts within parts, clocks. */
export const goodDefinition: fc.Arbitrary<WorkflowDefinition> = steps.map((all) => ({
  id: 'generated',
  title: words('generated'),
  initial: 's0',
  states: {
    ...Object.fromEntries(all.map((step, index) => [`s${index}`, stateOf(step, index, all.length)])),
    granted: { label: words('granted'), status: 10, final: true },
    refused: { label: words('refused'), status: 3, final: true },
  },
  sources: [],
  assumptions: [],
}));

function stateOf(step: Step, index: number, count: number): StateDefinition {
  const on = { ...wayOn(step, index, count), ...aside(step, index, count), ...(index === 0 && refusal) };
  const common = {
    label: words(`s${index}`),
    status: 4 as const,
    noDeadline: words('Nobody limits it'),
  };
  switch (step.shape) {
    case 'plain':
      return { ...common, waitsFor: waits(step.by), on };
    case 'system':
      return { ...common, waitsFor: 'system', on };
    case 'timed': {
      const lapse = to(`s${index}`, 'system', 'lapse', { clock: 'suspend' });
      const deadline = { within: { workingDays: index + 1 }, send: 'lapse' };
      return { ...common, waitsFor: waits(step.by), deadline, on: { ...on, lapse } };
    }
    case 'nested':
      return { ...common, on, initial: 'first', states: inner(index, false) };
    case 'parallel': {
      const regions = { left: inner(index, true, 'left'), right: inner(index, true, 'right') };
      const region = (states: Record<string, StateDefinition>): StateDefinition => ({
        label: words('region'),
        status: 4,
        initial: 'first',
        states,
      });
      return {
        ...common,
        on,
        type: 'parallel',
        states: { left: region(regions.left), right: region(regions.right) },
      };
    }
  }
}

const waits = (by: Actor) => (by === 'citizen' || by === 'representative' ? 'citizen' : 'officer');

const refusal = { 'refuse-at-once': to('refused', 'case', 'refuse-at-once') };

function inner(index: number, ends: boolean, name = 'inner'): Record<string, StateDefinition> {
  const event = `${name}-${index}`;
  const back = { [`${event}-back`]: to('first', 'case', event, { clock: 'restart' }) };
  return {
    first: {
      label: words('first'),
      status: 2,
      waitsFor: 'officer',
      on: { [event]: to('second', 'case', event) },
    },
    second: ends
      ? { label: words('second'), status: 2, final: true }
      : { label: words('second'), status: 5, waitsFor: 'officer', on: back },
  };
}

/** To the next state, whatever the guards say. */
function wayOn(
  { shape, by, clock, choice }: Step,
  index: number,
  count: number,
): NonNullable<StateDefinition['on']> {
  const next = index + 1 < count ? `s${index + 1}` : 'granted';
  const event = `on-${index}`;
  const who = shape === 'system' ? 'system' : by;
  const go = (target: string, guard?: string) =>
    to(target, who, event, { ...(clock && { clock }), ...(guard && { guard }) });
  switch (choice) {
    case 'none':
      return { [event]: go(next) };
    case 'outcome':
      return { [event]: { oneOf: [go(next, 'outcomeIsGrant'), go('refused', 'outcomeIsRefuse')] } };
    case 'payment':
      return { [event]: { oneOf: [go('refused', 'feeIsDue'), go(next, 'nothingIsDue')] } };
    case 'ordered':
      return {
        [event]: { firstOf: [go(next, 'someConsultedObject'), go('refused', 'allConsulted'), go(next)] },
      };
  }
}

/** Back or forward; never by the system, which would go round by itself. */
function aside({ by, aside: share }: Step, index: number, count: number): NonNullable<StateDefinition['on']> {
  if (share === undefined) return {};
  const target = `s${Math.min(count - 1, Math.floor(share * count))}`;
  return { [`aside-${index}`]: to(target, by, 'aside', { clock: 'suspend' }) };
}

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
];
