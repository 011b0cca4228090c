import * as fc from 'fast-check';
import type { Localised } from '#lib/platform';
import type {
  Actor,
  ClockEffect,
  StateDefinition,
  TransitionDefinition,
  WorkflowDefinition,
} from '#lib/workflow';

export const words = (text: string): Localised => ({ vi: text, en: text, fr: text });

export const to = (
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
  // Officers are at work inside: that the applicant may end it has to be said.
  const asked = waits(step.by) === 'citizen' && { waitsFor: 'citizen' as const };
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
      return { ...common, ...asked, on, initial: 'first', states: inner(index, false) };
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
        ...asked,
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
  const asks: Partial<TransitionDefinition> =
    choice === 'outcome' && who !== 'system' ? { needs: ['outcome'] } : {};
  const go = (target: string, guard?: string) =>
    to(target, who, event, { ...(clock && { clock }), ...(guard && { guard }), ...asks });
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
