import * as fc from 'fast-check';
import { shippedDefinition, shippedWorkflows } from '#lib/catalogue';
import { Platform } from '#lib/platform';
import {
  checkWorkflow,
  findingSteps,
  findingWords,
  type StateDefinition,
  type TransitionDefinition,
  type WorkflowDefinition,
} from '#lib/workflow';
import { goodDefinition } from '../../../workflow/test/good-definitions.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/database.js';
import { walkThroughEngine } from './walk-through-engine.js';

/** More paths: `EFFORT=50 npx jest walk-through-engine`. */
const effort = Number(process.env.EFFORT ?? 1);

let db: TestDatabase;
let platform: Platform;
beforeAll(async () => {
  db = await createTestDatabase();
  const { config } = await db.platform('desk');
  platform = new Platform(config, await db.owner(), db.clock);
});
afterAll(() => db?.close());

const said = (findings: Awaited<ReturnType<typeof walkThroughEngine>>['findings']) =>
  findings.map((one) => [one.path, findingWords(one, 'en'), ...findingSteps(one, 'en')]);

const shipped = shippedWorkflows().map((workflow) => [workflow.id, workflow] as const);
test.each(shipped)('%s does in the engine what it says', async (_, workflow) => {
  const { findings, steps, complete } = await walkThroughEngine(platform, workflow, { effort });
  expect(said(findings)).toEqual([]);
  expect({ complete, walked: steps > 5 }).toEqual({ complete: true, walked: true });
});

test('a service with parts goes to its end with all of them, in their order', async () => {
  const service = shippedDefinition('2.000986');
  if (!service) throw new Error('no definition');
  const { findings, complete } = await walkThroughEngine(platform, service);
  expect({ said: said(findings), complete }).toEqual({ said: [], complete: true });
});

test.each(['1.000656', '1.013225'])(
  '%s, whose fee follows from answers or whose workflow is its own, goes to its end',
  async (code) => {
    const service = shippedDefinition(code);
    if (!service) throw new Error('no definition');
    const { findings, complete } = await walkThroughEngine(platform, service);
    expect({ said: said(findings), complete }).toEqual({ said: [], complete: true });
  },
);

const words = { vi: 'bước', en: 'step', fr: 'étape' };
const to = (target: string, by: TransitionDefinition['by'], more: Partial<TransitionDefinition> = {}) => ({
  to: target,
  by,
  label: words,
  past: words,
  ...more,
});
const state = (more: Partial<StateDefinition>): StateDefinition => ({ label: words, status: 4, ...more });
const end = state({ status: 10, final: true });

const due: Partial<TransitionDefinition> = { guard: 'feeIsDue', effects: ['request-payment'] };
const part = (name: string) =>
  state({
    initial: 'open',
    states: {
      open: state({
        waitsFor: 'officer',
        deadline: { within: { workingDays: 2 }, send: `${name}-late` },
        on: { [`${name}-go`]: to('over', ['case']), [`${name}-late`]: to('over', ['system']) },
      }),
      over: state({ final: true }),
    },
  });
const workflowOf = (states: WorkflowDefinition['states']): WorkflowDefinition => ({
  id: 'made-up',
  title: words,
  initial: Object.keys(states)[0] ?? '',
  states,
  sources: [],
  assumptions: [],
});

/** A way from filing through one state to the end. */
function through(
  step: Partial<StateDefinition>,
  first: Partial<TransitionDefinition> = {},
): WorkflowDefinition {
  const waitsFor = first.by?.includes('citizen') ? 'citizen' : 'officer';
  const filed = state({ waitsFor, on: { go: to('step', ['case'], first) } });
  const states = { filed, step: state({ waitsFor: 'officer', ...step }), ended: end };
  return workflowOf(states);
}

const ways = fc.sample(goodDefinition, { numRuns: 3 * effort, seed: 4 });
/** An application begins in parts that are at work at once, each with its own time; then what falls through is taken. */
const beginning = workflowOf({
  both: state({
    type: 'parallel',
    on: { done: to('fee', ['system']) },
    states: Object.fromEntries(['left', 'right'].map((name) => [name, part(name)])),
  }),
  fee: state({
    waitsFor: 'system',
    on: { 'check-fee': { firstOf: [to('pay', ['system'], due), to('ended', ['system'])] } },
  }),
  pay: state({
    waitsFor: 'citizen',
    on: { paid: to('ended', ['system'], { guard: 'feeIsPaid' }) },
  }),
  ended: end,
});
test.each([...ways, beginning].map((one, index) => [index, one] as const))(
  'a good definition of somebody else does in the engine what it says (%i)',
  async (_, definition) => {
    expect(checkWorkflow(definition)).toEqual([]);
    const { findings } = await walkThroughEngine(platform, definition, { effort, mostSteps: 60 });
    // What was made up may wait for what nothing brings about.
    expect(
      said(findings.filter(({ code }) => definition === beginning || code !== 'engine-never-taken')),
    ).toEqual([]);
  },
);

/** Good on paper, and nobody could ever get through. */
const nasty: [string, WorkflowDefinition, string][] = [
  [
    'a payment that nobody asked for',
    through({ waitsFor: 'citizen', on: { paid: to('ended', ['system'], { guard: 'feeIsPaid' }) } }),
    'states.step.on.paid engine-never-taken',
  ],
  [
    'answers of agencies that nobody asked',
    through(
      { on: { answered: to('ended', ['system', 'case'], { guard: 'allConsulted' }) } },
      { effects: ['consult'] },
    ),
    'states.step.on.answered engine-never-taken',
  ],
  [
    'an act of a consulted agency where none is consulted',
    through({ on: { agree: to('ended', ['case@consulted']) } }),
    'states.step.on.agree engine-never-taken',
  ],
  [
    'an outcome that nobody says',
    through({ on: { decide: to('ended', ['approver'], { guard: 'outcomeIsGrant' }) } }),
    'states.step.on.decide engine-refused',
  ],
  [
    'a second person where there is only the citizen',
    through(
      { on: { confirm: to('ended', ['citizen'], { notBy: ['go'] }) }, waitsFor: 'citizen' },
      { by: ['citizen'] },
    ),
    'states.step.on.confirm engine-refused',
  ],
];
test.each(nasty)('%s is found on the way', async (_, definition, expected) => {
  expect(checkWorkflow(definition)).toEqual([]);
  const { findings } = await walkThroughEngine(platform, definition);
  expect(findings.map(({ path, code }) => `${path} ${code}`)).toContain(expected);
});
