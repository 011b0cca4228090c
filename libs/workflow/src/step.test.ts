import * as fc from 'fast-check';
import { Refusal } from '#lib/platform';
import {
  allowedEvents,
  initialState,
  stateOf,
  type StateValue,
  step,
  type TransitionDefinition,
} from './index.js';
import { consultation, end, everyone, standard, state, to, workflow } from './workflows.fixture.js';

const weighing = { examination: 'weighing' };
const bothWaiting = { agencies: { police: 'waiting', tax: 'waiting' } };

const decided = (outcome: string) =>
  step(consultation, weighing, { type: 'decide', facts: { outcome } }, ['approver']).state;
const offered = (value: StateValue) => allowedEvents(consultation, value, everyone).map(({ event }) => event);

const side = (more: Partial<TransitionDefinition>, by: 'case' | 'citizen') =>
  state({ initial: 'on', states: { on: state({ on: { turn: to('off', by, more) } }), off: state() } });

describe('a step', () => {
  it('leads to the next state, and says what is to be done and what the clock does', () => {
    const done = step(standard, 'awaiting-decision', { type: 'decide' }, ['approver']);
    expect(done).toMatchObject({
      state: 'decided',
      status: 9,
      effects: [],
      clock: 'stop',
      final: false,
      transition: { to: 'decided', past: { en: 'The decision was signed' } },
    });
  });

  it('that nothing waits for is refused, never silently ignored', () => {
    expect(() => step(standard, 'filed', { type: 'decide' }, everyone)).toThrow(
      new Refusal('event-not-allowed-now', 409, { event: 'decide' }),
    );
  });

  it('is refused to those whose act it is not', () => {
    const refused = thrown(() => step(standard, 'filed', { type: 'accept' }, ['citizen', 'case']));
    expect(refused).toMatchObject({ code: 'actor-not-allowed', status: 403, facts: { event: 'accept' } });
  });

  it('is open to someone who has one of several roles', () => {
    expect(step(standard, 'filed', { type: 'accept' }, ['case', 'intake']).state).toBe('received');
  });

  it('nobody may make is refused to a person without any role', () => {
    expect(thrown(() => step(standard, 'filed', { type: 'accept' }, []))).toMatchObject({ status: 403 });
  });

  it.each([
    '*',
    'done',
    'xstate.done.state.workflow.agencies',
    'xstate.init',
    'xstate.stop',
    'constructor',
    '__proto__',
    '',
  ])('cannot be made by the event %j, which no definition names', (type) => {
    for (const value of ['filed', 'returned']) {
      expect(thrown(() => step(standard, value, { type }, everyone))).toMatchObject({ status: 409 });
    }
    expect(thrown(() => step(consultation, bothWaiting, { type }, everyone))).toMatchObject({ status: 409 });
  });

  it('from a state the definition does not have is a fault', () => {
    const faulty: StateValue[] = ['nowhere', 'constructor', { filed: 'inner' }, {}, { agencies: 'x' }];
    for (const value of faulty) {
      expect(thrown(() => step(standard, value, { type: 'accept' }, everyone))).toBeInstanceOf(RangeError);
    }
    const half: StateValue[] = ['agencies', 'examination', { agencies: { police: 'waiting' } }];
    for (const value of half) {
      expect(thrown(() => step(consultation, value, { type: 'stop' }, everyone))).toBeInstanceOf(RangeError);
    }
  });
});

describe('guards', () => {
  it('choose the first transition whose guard passes', () => {
    expect(decided('grant')).toBe('granted');
    expect(decided('refuse')).toBe('refused');
  });

  it('that all fail leave nothing allowed', () => {
    for (const facts of [undefined, {}, { outcome: 'perhaps' }, { outcome: ['grant'] }]) {
      const event = { type: 'decide', ...(facts && { facts }) };
      expect(thrown(() => step(consultation, weighing, event, everyone))).toMatchObject({ status: 409 });
    }
  });

  it('let an outer state answer where the inner one declines', () => {
    const definition = workflow('outer', {
      open: state({
        initial: 'inner',
        on: { go: to('closed', 'case') },
        states: { inner: state({ on: { go: to('granted', 'case', { guard: 'outcomeIsGrant' }) } }) },
      }),
      granted: end,
      closed: end,
    });
    const go = (outcome: string) =>
      step(definition, { open: 'inner' }, { type: 'go', facts: { outcome } }, ['case']).state;
    expect([go('grant'), go('refuse')]).toEqual(['granted', 'closed']);
  });

  it('that do not exist are a fault, even on a way not taken', () => {
    const broken = structuredClone(standard);
    broken.states.decided!.on = { deliver: to('returned', 'system', { guard: 'toString' }) };
    expect(thrown(() => initialState(broken))).toBeInstanceOf(RangeError);
  });
});

describe('nested states', () => {
  const nested = workflow('nested', {
    open: state({
      initial: 'first',
      on: { again: to('open', 'case'), close: to('closed', 'citizen') },
      states: {
        first: state({ on: { next: to('second', 'case') } }),
        second: state({ on: { close: to('first', 'case') } }),
      },
    }),
    closed: end,
  });

  it('are left and entered again by a transition to the state around them', () => {
    expect(step(nested, { open: 'second' }, { type: 'again' }, ['case']).state).toEqual({ open: 'first' });
  });

  it('answer before the state around them, and only their act is offered', () => {
    expect(step(nested, { open: 'second' }, { type: 'close' }, ['case']).state).toEqual({ open: 'first' });
    expect(allowedEvents(nested, { open: 'second' }, ['citizen'])).toEqual([]);
    expect(allowedEvents(nested, { open: 'first' }, ['citizen']).map(({ event }) => event)).toEqual([
      'close',
    ]);
  });
});

describe('parallel states', () => {
  const turn = { type: 'turn' };
  const bothOn = { both: { left: 'on', right: 'on' } };
  const shared = workflow('shared', {
    both: state({
      type: 'parallel',
      on: { repeat: to('both.left', 'case') },
      states: { left: side({ clock: 'resume' }, 'case'), right: side({ clock: 'suspend' }, 'citizen') },
    }),
  });

  it('are entered together', () => {
    expect(step(consultation, weighing, { type: 'consult' }, ['case'])).toMatchObject({
      state: bothWaiting,
      clock: 'suspend',
      status: 4,
    });
  });

  it('move each by itself, and end together by themselves', () => {
    const first = step(consultation, bothWaiting, { type: 'tax-answers' }, ['case']);
    expect(first.state).toEqual({ agencies: { police: 'waiting', tax: 'answered' } });
    const second = step(consultation, first.state, { type: 'police-answers' }, ['case']);
    expect(second).toMatchObject({
      state: { examination: 'weighing' },
      transition: { to: 'answered' },
      effects: ['issue-result', 'close-consultations'],
      clock: 'resume',
    });
    expect(second.taken.map((one) => one.to)).toEqual(['answered', 'examination.weighing']);
  });

  it('all hear an event they all wait for', () => {
    const { taken, state: next } = step(consultation, bothWaiting, { type: 'remind' }, ['system']);
    expect([taken.length, next]).toEqual([2, bothWaiting]);
  });

  it('are left as one', () => {
    expect(step(consultation, bothWaiting, { type: 'stop' }, ['citizen'])).toMatchObject({
      state: 'closed',
      final: true,
    });
  });

  it('are the innermost state that holds all of their regions', () => {
    expect(stateOf(consultation, bothWaiting)).toBe(consultation.states.agencies);
    expect(stateOf(consultation, { examination: 'reading' })).toBe(
      consultation.states.examination?.states?.reading,
    );
  });

  it('refuse an event to someone who may make it in one region only', () => {
    expect(step(shared, bothOn, turn, ['case', 'citizen'])).toMatchObject({
      state: { both: { left: 'off', right: 'off' } },
      clock: 'suspend',
    });
    expect(thrown(() => step(shared, bothOn, turn, ['case']))).toMatchObject({ code: 'actor-not-allowed' });
    expect(thrown(() => step(shared, bothOn, turn, ['citizen']))).toMatchObject({
      code: 'actor-not-allowed',
    });
  });

  it('begin anew in every region when entered again, as SCXML has it', () => {
    const bothOff = { both: { left: 'off', right: 'off' } };
    expect(step(shared, bothOff, { type: 'repeat' }, ['case']).state).toEqual(bothOn);
  });

  it('offer each act once', () => {
    expect(offered(bothWaiting)).toEqual(['police-answers', 'remind', 'stop', 'tax-answers']);
    expect(offered(weighing)).toEqual(['consult', 'decide', 'stop']);
  });
});

describe.each([
  ['the standard workflow', standard],
  ['nested and parallel states', consultation],
])('whatever is sent to %s', (_, definition) => {
  const named = [...new Set(JSON.stringify(definition).match(/"[a-z-]+"(?=:[{[])/g))].map((one) =>
    one.slice(1, -1),
  );
  const event = fc.record({
    type: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...named) },
      { weight: 1, arbitrary: fc.string() },
    ),
    facts: fc.record({ outcome: fc.constantFrom('grant', 'refuse', 'perhaps', 1) }),
  });
  const sent = fc.record({ event, actor: fc.subarray([...everyone]) });

  it('either refuses and leaves the state, or lands in a declared one', () => {
    fc.assert(
      fc.property(fc.array(sent, { maxLength: 40 }), (sequence) => {
        let value = initialState(definition);
        let final = false;
        for (const { event: one, actor } of sequence) {
          const before = JSON.stringify(value);
          const wasOffered = allowedEvents(definition, value, actor).some(
            ({ event: name }) => name === one.type,
          );
          const result = attempt(() => step(definition, value, one, actor));
          if (result instanceof Refusal) {
            expect(JSON.stringify(value)).toBe(before);
            continue;
          }
          expect(final).toBe(false);
          expect(wasOffered).toBe(true);
          expect(
            result.taken.every(({ by }) => by.some((who) => actor.includes(who) || who === 'system')),
          ).toBe(true);
          expect(stateOf(definition, result.state).status).toBe(result.status);
          expect(JSON.parse(JSON.stringify(result.state))).toEqual(result.state);
          ({ state: value, final } = result);
        }
        if (final) expect(allowedEvents(definition, value, everyone)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused once it has ended', () => {
    const ends = Object.keys(definition.states).filter((name) => definition.states[name]?.final);
    fc.assert(
      fc.property(fc.constantFrom(...ends), sent, (value, { event: one }) => {
        expect(thrown(() => step(definition, value, one, everyone))).toMatchObject({
          code: 'event-not-allowed-now',
        });
      }),
    );
  });
});

it('a definition is compiled once: what happens to the object afterwards is not seen', () => {
  const copy = structuredClone(standard);
  const accept = () => step(copy, 'filed', { type: 'accept' }, ['intake']).state;
  expect(accept()).toBe('received');
  copy.states.filed!.on!.accept = [to('nowhere', 'intake')];
  expect(accept()).toBe('received');
});

function attempt<T>(act: () => T): T | Refusal {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('expected it to be refused');
}
