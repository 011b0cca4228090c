import * as fc from 'fast-check';
import { languages, Refusal } from '#lib/platform';
import {
  allowedEvents,
  checkWorkflow,
  findingSteps,
  findingWords,
  initialState,
  step,
  walkWorkflow,
  workflowRegistry,
  type WorkflowDefinition,
} from '../index.js';
import { consultation, end, everyone, standard, state, to, words, workflow } from '../workflows.fixture.js';

/** The standard workflow with one thing broken: a value set, or taken away. */
function broken(path: string, value: unknown): WorkflowDefinition {
  const copy = structuredClone(standard) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: Record<string, unknown> = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy as unknown as WorkflowDefinition;
}

const accept = standard.states.filed?.on?.accept;
const acceptAt = (within = '') => `states.filed.on.accept${within}`;
const deadline = (send: string) => ({ within: { workingDays: 3 }, send });
const guarded = (guard: string) => to('received', 'intake', { guard });

/** What is broken, and the finding it must lead to; others may follow from it. */
const rules: [string, unknown, string, string, Record<string, string>][] = [
  ['initial', 'nowhere', 'initial', 'initial-unknown', { initial: 'nowhere' }],
  ['id', 'The Standard', 'id', 'name-malformed', { name: 'The Standard' }],
  ['states', {}, 'initial', 'initial-unknown', { initial: 'filed' }],
  ['states.filed.label.fr', undefined, 'states.filed.label.fr', 'text-missing', { language: 'fr' }],
  [
    'states.awaiting-decision.on.decide.attachments',
    { title: words('Minutes'), required: false },
    'states.awaiting-decision.on.decide',
    'signed-asks-along',
    {},
  ],
  ['title.de', 'Weg', 'title.de', 'key-unknown', { key: 'de' }],
  ['title', undefined, 'title.en', 'text-missing', { language: 'en' }],
  [
    'states.Lost',
    state({ label: undefined as never }),
    'states.Lost.label.vi',
    'text-missing',
    { language: 'vi' },
  ],
  ['states.filed.explains.en', ' ', 'states.filed.explains.en', 'text-missing', { language: 'en' }],
  ['states.filed.status', 11, 'states.filed.status', 'status-unknown', { status: '11' }],
  ['states.filed.status', undefined, 'states.filed.status', 'status-unknown', { status: '' }],
  ['states.filed.waitsFor', undefined, 'states.filed.waitsFor', 'waits-for-missing', {}],
  ['states.filed.waitsFor', 'clerk', 'states.filed.waitsFor', 'waits-for-unknown', { waitsFor: 'clerk' }],
  ['states.filed.waitsFor', 'system', 'states.filed.on', 'nobody-acts', { waitsFor: 'system' }],
  ['states.decided.on', undefined, 'states.decided.on', 'nobody-acts', { waitsFor: 'system' }],
  ['states.decided.on.deliver.to', 'decided', 'states.decided', 'final-unreachable', {}],
  ['states.decided.on.deliver.to', 'decided', 'states.decided', 'system-circle', {}],
  ['states.filed.on.refuse', undefined, 'states.not-accepted', 'state-unreachable', {}],
  ['states.Lost', state(), 'states.Lost', 'name-malformed', { name: 'Lost' }],
  ['states.withdrawn.on', { accept }, 'states.withdrawn.on', 'final-goes-on', {}],
  ['states.filed.type', 'parallel', 'states.filed.type', 'states-missing', {}],
  ['states.filed.initial', 'inner', 'states.filed.initial', 'states-missing', {}],
  ['states.filed.on.accept.to', 'nowhere', 'states.filed.on.accept.to', 'target-unknown', { to: 'nowhere' }],
  ['states.filed.on.accept.by', undefined, 'states.filed.on.accept.by', 'actor-missing', {}],
  ['states.filed.on.accept.by', [], 'states.filed.on.accept.by', 'actor-missing', {}],
  ['states.filed.on.accept.by', ['mayor'], 'states.filed.on.accept.by', 'actor-unknown', { actor: 'mayor' }],
  [
    'states.filed.on.accept.guard',
    'isFullMoon',
    'states.filed.on.accept.guard',
    'guard-unknown',
    { guard: 'isFullMoon' },
  ],
  [
    'states.filed.on.accept.guard',
    'toString',
    'states.filed.on.accept.guard',
    'guard-unknown',
    { guard: 'toString' },
  ],
  [
    'states.filed.on.accept.effects',
    ['pay'],
    'states.filed.on.accept.effects',
    'effect-unknown',
    { effect: 'pay' },
  ],
  [
    'states.filed.on.accept.needs',
    ['luck'],
    'states.filed.on.accept.needs',
    'need-unknown',
    { need: 'luck' },
  ],
  [
    'states.filed.on.accept.clock',
    'rewind',
    'states.filed.on.accept.clock',
    'clock-unknown',
    { clock: 'rewind' },
  ],
  [
    'states.filed.on.accept.label.vi',
    undefined,
    'states.filed.on.accept.label.vi',
    'text-missing',
    { language: 'vi' },
  ],
  ['states.filed.on.Accept', accept, 'states.filed.on.Accept', 'name-malformed', { name: 'Accept' }],
  ['states.filed.on.done', accept, 'states.filed.on.done', 'states-missing', {}],
  ['states.filed.on.accept', [accept, guarded('outcomeIsGrant')], acceptAt(), 'order-unsaid', {}],
  ['states.filed.on.accept', { firstOf: [accept, accept] }, acceptAt('.firstOf[1]'), 'several-unguarded', {}],
  [
    'states.filed.on.accept',
    { firstOf: [accept, guarded('outcomeIsGrant')] },
    acceptAt('.firstOf[1]'),
    'never-taken',
    {},
  ],
  [
    'states.filed.on.accept',
    { firstOf: [guarded('outcomeIsGrant'), guarded('outcomeIsGrant')] },
    acceptAt('.firstOf[1]'),
    'never-taken',
    {},
  ],
  [
    'states.filed.on.accept',
    { firstOf: [guarded('allConsulted'), guarded('someConsultedObject')] },
    acceptAt('.firstOf[1]'),
    'never-taken',
    { event: 'accept' },
  ],
  [
    'states.filed.on.accept',
    { oneOf: [guarded('outcomeIsGrant'), accept] },
    acceptAt('.oneOf[1]'),
    'guard-missing',
    {},
  ],
  [
    'states.filed.on.accept',
    { oneOf: [guarded('outcomeIsGrant'), guarded('feeIsPaid')] },
    acceptAt('.oneOf[1]'),
    'not-exclusive',
    { guard: 'feeIsPaid', other: 'outcomeIsGrant' },
  ],
  [
    'states.filed.on.accept',
    { oneOf: [accept], firstOf: [] },
    acceptAt('.firstOf'),
    'key-unknown',
    { key: 'firstOf' },
  ],
  ['states.filed.on.accept.notBy', ['propos'], acceptAt('.notBy'), 'event-unknown', { event: 'propos' }],
  ['states.filed.on.accept.needs', ['agencies'], acceptAt('.consultation'), 'consultation-incomplete', {}],
  [
    'states.filed.on.accept.consultation',
    { within: { workingDays: 3 }, silence: 'no' },
    acceptAt('.consultation.silence'),
    'silence-unknown',
    { silence: 'no' },
  ],
  [
    'states.filed.on.accept.form',
    { fields: [{ id: 'place', type: 'where', label: words('Where') }] },
    acceptAt('.form'),
    'form-wrong',
    { place: '/pages/0/fields/0', problem: 'type-unknown', type: 'where' },
  ],
  [
    'states.filed.on.accept.form',
    { fields: [{ id: 'reason', type: 'date', label: words('When') }] },
    acceptAt('.form.fields[0]'),
    'field-taken',
    { field: 'reason' },
  ],
  [
    'states.filed.on.accept.attachments',
    { required: true },
    acceptAt('.attachments.title.vi'),
    'text-missing',
    { language: 'vi' },
  ],
  ['states.decided.on.deliver.needs', ['reason'], 'states.decided.on.deliver', 'system-asked', {}],
  [
    'states.filed.deadline',
    { within: { days: 3 }, send: 'accept' },
    'states.filed.deadline.within',
    'term-malformed',
    { term: '{"days":3}' },
  ],
  [
    'states.filed.deadline',
    { within: { months: 0 }, send: 'accept' },
    'states.filed.deadline.within',
    'term-malformed',
    { term: '{"months":0}' },
  ],
  [
    'states.filed.deadline',
    deadline('lapse'),
    'states.filed.deadline.send',
    'deadline-sends-unknown',
    { event: 'lapse' },
  ],
  [
    'states.filed.deadline',
    deadline('accept'),
    'states.filed.deadline.send',
    'deadline-not-by-system',
    { event: 'accept' },
  ],
  ['states.supplement-at-case.noDeadline', undefined, 'states.supplement-at-case', 'wait-unwatched', {}],
  ['states.filed.on.accept.efects', ['x'], 'states.filed.on.accept.efects', 'key-unknown', { key: 'efects' }],
  ['states.filed.on.accept', [], 'states.filed.on.accept', 'malformed', { expected: 'transitions' }],
  ['states.filed.on.accept.by', 'intake', 'states.filed.on.accept.by', 'malformed', { expected: 'list' }],
  ['states.filed.on', ['accept'], 'states.filed.on', 'malformed', { expected: 'record' }],
  ['states.filed', null, 'states.filed', 'malformed', { expected: 'record' }],
  ['states.returned.final', false, 'states.returned.final', 'malformed', { expected: 'true' }],
  ['states', undefined, 'states', 'malformed', { expected: 'record' }],
];

it.each(rules.map(([at, value, path, code, facts]) => ({ at, value, path, code, facts })))(
  'breaking $at is found at $path as $code',
  ({ at, value, path, code, facts }) => {
    expect(checkWorkflow(broken(at, value))).toContainEqual(expect.objectContaining({ path, code, facts }));
  },
);

it('nested and parallel states pass, and are found by their place', () => {
  expect(checkWorkflow(consultation)).toEqual([]);
  const stuck = structuredClone(consultation);
  delete stuck.states.agencies?.on;
  const [found, ...others] = checkWorkflow(stuck);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ path: 'states.agencies', code: 'final-unreachable' });
  expect(findingSteps(found ?? {}, 'en')).toEqual([
    'The application is filed',
    'read (case officer) → examination.weighing',
    'consult (case officer) → agencies.police.waiting + tax.waiting',
  ]);
});

it('an inner state that nothing leads to is found', () => {
  const definition = structuredClone(consultation);
  definition.states.examination!.states!.forgotten = state({ waitsFor: 'citizen' });
  expect(checkWorkflow(definition)).toEqual([
    { path: 'states.examination.states.forgotten', code: 'state-unreachable', facts: {} },
  ]);
});

it('a state with states in it says where it begins', () => {
  const definition = structuredClone(consultation);
  delete definition.states.examination!.initial;
  expect(checkWorkflow(definition)).toContainEqual({
    path: 'states.examination.initial',
    code: 'initial-unknown',
    facts: { initial: '' },
  });
});

it('names are those of the registry it is given', () => {
  const known = ['consult', 'issue-result'];
  expect(checkWorkflow(consultation, { ...workflowRegistry, effects: known })).toEqual([
    {
      path: expect.stringMatching(/\.effects$/),
      code: 'effect-unknown',
      facts: { effect: 'close-consultations' },
    },
  ]);
});

const region = (name: string) => {
  const next = (index: number) => ({ [`${name}-on`]: to(`stage-${(index + 1) % 33}`, 'case') });
  const stage = (index: number) => [`stage-${index}`, state({ waitsFor: 'officer', on: next(index) })];
  return state({
    initial: 'stage-0',
    states: Object.fromEntries(Array.from({ length: 33 }, (_, index) => stage(index))),
  });
};

it('a definition that multiplies beyond what can be walked is refused', () => {
  const definition = workflow('too-wide', {
    all: state({
      type: 'parallel',
      on: { leave: to('end', 'case') },
      states: { one: region('one'), two: region('two') },
    }),
    end,
  });
  expect(checkWorkflow(definition)).toEqual([
    { path: 'states', code: 'too-many-situations', facts: { most: '1000' } },
  ]);
});

it('every finding has words in every language, and no fact is left open in them', () => {
  const codes = new Set(rules.map(([, , , code]) => code));
  expect(codes.size).toBeGreaterThan(35);
  for (const code of [...codes, 'too-many-situations', 'final-unreachable', 'role-without-officers'])
    for (const language of languages) {
      const facts = rules.find((rule) => rule[3] === code)?.[4] ?? {
        most: '1000',
        role: 'case',
        agency: 'X',
      };
      expect(findingWords({ code, facts }, language)).toMatch(/^(?!.*\{\{).{30,}\.$/);
    }
  expect(findingWords({ code: 'target-unknown', facts: { to: 'nowhere' } }, 'vi')).toContain('“nowhere”');
});

describe('whatever is done to a definition', () => {
  const places = (value: unknown, at: string[] = []): string[][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...places(inner, [...at, key])])
      : [];
  const damage = fc.record({
    at: fc.constantFrom(...places(standard).map((path) => path.join('.'))),
    value: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom(
        'filed',
        'received',
        'citizen',
        'system',
        'outcomeIsGrant',
        'done',
        'parallel',
        'accept',
      ),
      fc.constantFrom(true, false, null, 1, 4, [], {}, ['citizen'], ['case', 'reason']),
      fc.jsonValue(),
    ),
  });

  it('the check answers, and what it passes runs to an end', () => {
    fc.assert(
      fc.property(damage, ({ at, value }) => {
        const definition = broken(at, value);
        if (checkWorkflow(definition).length > 0) return;
        expect(walkWorkflow(definition).walks.some(({ ends }) => ends === 'final')).toBe(true);
        expect(walkWorkflow(definition).walks.some(({ ends }) => ends === 'stuck')).toBe(false);
        const start = initialState(definition);
        for (const { event } of allowedEvents(definition, start, everyone)) {
          expect(outcome(() => step(definition, start, { type: event }, everyone))).not.toBe('fault');
        }
      }),
      { numRuns: 200 },
    );
  });
});

function outcome(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    return error instanceof Refusal ? 'refused' : 'fault';
  }
}
