import { languages } from '#lib/platform';
import { allowedEvents, checkWorkflow, initialState, step, walkWorkflow } from './index.js';
import { actors } from './workflow-definition.js';
import { everyone, standard } from './workflows.fixture.js';

it('passes every check, as it is written and with its words', () => {
  expect(checkWorkflow(standard)).toEqual([]);
});

it('begins as newly filed and goes from hand to hand to the result', () => {
  let state = initialState(standard);
  const passed = [standard.states[state as string]?.status];
  for (const [type, actor] of [
    ['accept', 'intake'],
    ['propose', 'case'],
    ['decide', 'approver'],
    ['deliver', 'system'],
  ] as const) {
    const next = step(standard, state, { type, facts: { outcome: 'grant' } }, [actor]);
    state = next.state;
    passed.push(next.status);
  }
  expect(passed).toEqual([1, 2, 4, 9, 10]);
  expect(state).toBe('returned');
});

it('a supplement stops the clock, and its answer comes back to the officer who asked', () => {
  for (const [from, by, waiting] of [
    ['filed', 'intake', 'supplement-at-intake'],
    ['received', 'case', 'supplement-at-case'],
  ] as const) {
    const asked = step(standard, from, { type: 'request-supplement' }, [by]);
    expect(asked).toMatchObject({ state: waiting, status: 5, clock: 'suspend' });
    const answered = step(standard, asked.state, { type: 'answer-supplement' }, ['citizen']);
    expect(answered).toMatchObject({ state: from, clock: 'restart' });
  }
});

/** Who may do what, where: the whole of it. */
const acts: Record<string, Partial<Record<(typeof actors)[number], string[]>>> = {
  filed: { intake: ['accept', 'request-supplement', 'refuse'], ...applicant('withdraw') },
  'supplement-at-intake': applicant('answer-supplement', 'withdraw'),
  received: { case: ['propose', 'request-supplement'], ...applicant('withdraw') },
  'supplement-at-case': applicant('answer-supplement', 'withdraw'),
  'awaiting-decision': { approver: ['decide', 'send-back'], ...applicant('withdraw') },
  decided: { system: ['deliver'] },
  returned: {},
  'not-accepted': {},
  withdrawn: {},
};

/** Whoever acts for the applicant may do what they may. */
function applicant(...events: string[]) {
  return { citizen: events, representative: events };
}

it('has exactly these states', () => {
  expect(Object.keys(standard.states).toSorted()).toEqual(Object.keys(acts).toSorted());
});

it.each(Object.entries(acts))('in %s each role may do exactly this', (state, expected) => {
  const allowed = actors.map((actor) => [
    actor,
    allowedEvents(standard, state, [actor]).map(({ event }) => event),
  ]);
  expect(Object.fromEntries(allowed.filter(([, events]) => (events?.length ?? 0) > 0))).toEqual(expected);
});

it('asks for what each act needs', () => {
  const needs = Object.fromEntries(
    Object.keys(acts).flatMap((state) =>
      allowedEvents(standard, state, everyone).map(({ event, transition }) => [
        event,
        transition.needs ?? [],
      ]),
    ),
  );
  expect(needs).toEqual({
    accept: [],
    'request-supplement': ['items'],
    refuse: ['reason', 'ground'],
    withdraw: [],
    'answer-supplement': [],
    propose: ['outcome', 'reason'],
    'send-back': ['reason'],
    decide: ['passkey'],
    deliver: [],
  });
});

it('stops the clock whenever nobody needs to hurry any more', () => {
  const clocks = [
    step(standard, 'filed', { type: 'refuse' }, ['intake']).clock,
    step(standard, 'filed', { type: 'withdraw' }, ['citizen']).clock,
    step(standard, 'awaiting-decision', { type: 'decide' }, ['approver']).clock,
  ];
  expect(clocks).toEqual(['stop', 'stop', 'stop']);
});

it('tells the citizen in every state what happens now', () => {
  for (const { explains } of Object.values(standard.states)) {
    for (const language of languages) expect(explains?.[language]).toMatch(/\.$/);
  }
});

it('every way through it ends at a final state or returns to where it was', () => {
  const { walks, complete } = walkWorkflow(standard);
  expect(complete).toBe(true);
  const ends = walks.filter(({ ends: how }) => how === 'final').map(({ steps }) => steps.at(-1)?.state);
  expect([...new Set(ends)].toSorted()).toEqual(['not-accepted', 'returned', 'withdrawn']);
  expect(walks.every(({ ends: how }) => how === 'final' || how === 'repeat')).toBe(true);
  expect(walks.map(({ steps }) => steps.map(({ event }) => event.type).join(' '))).toEqual([
    'accept propose decide deliver',
    'accept propose send-back',
    'accept propose withdraw',
    'accept request-supplement answer-supplement',
    'accept request-supplement withdraw',
    'accept withdraw',
    'request-supplement answer-supplement',
    'request-supplement withdraw',
    'refuse',
    'withdraw',
  ]);
});
