import { definedTime } from '../words/defined-time.js';
import { checkDefinition } from './check-definition.js';
import { deadlineCaseOf, deadlineRuleOf } from './deadline-case.js';
import { shippedDefinition } from './load-definitions.js';
import type { ServiceDefinition } from './service-definition.js';

const birth = shippedDefinition('1.001193') as ServiceDefinition;
const rule = (workingDays: number) => ({ workingDays, onSupplement: 'restart' as const });
const cases: ServiceDefinition['deadlineCases'] = [
  { id: 'verify', title: { vi: 'khi phải xác minh' }, when: { eq: ['hasWitness', true] }, deadline: rule(5) },
  {
    id: 'abroad',
    title: { vi: 'khi sinh ở nước ngoài' },
    when: { answered: 'childName' },
    deadline: rule(9),
  },
];
const definition = { ...birth, deadline: rule(1), deadlineCases: cases };

test('the first case that the answers meet decides the deadline, the usual one where none is met', () => {
  const counted = (answers: Record<string, string | boolean>) =>
    deadlineRuleOf(definition, { deadlineCase: deadlineCaseOf(definition, answers) });
  expect(counted({ hasWitness: true, childName: 'An' })).toEqual(rule(5));
  expect(counted({ childName: 'An' })).toEqual(rule(9));
  expect(counted({})).toEqual(rule(1));
  expect(deadlineRuleOf({ ...definition, deadlineCases: [] }, { deadlineCase: 'verify' })).toEqual(rule(1));
});

test('it is said with its case', () => {
  expect(definedTime('vi', definition)).toEqual({
    usual: '1 ngày làm việc',
    cases: ['5 ngày làm việc khi phải xác minh', '9 ngày làm việc khi sinh ở nước ngoài'],
  });
});

test.each<[string, Partial<ServiceDefinition>]>([
  ['deadlineCases deadline-cases-of-nothing', { deadline: undefined as never }],
  [
    'deadlineCases.1.id deadline-case-twice',
    { deadlineCases: cases.map((each) => ({ ...each, id: 'verify' })) },
  ],
  [
    'deadlineCases.0.deadline.workingDays term-not-countable',
    { deadlineCases: cases.map((each) => ({ ...each, deadline: rule(0.5) })) },
  ],
  [
    'deadlineCases.0.when condition-field-unknown',
    { deadlineCases: cases.map((each) => ({ ...each, when: { answered: 'nothing' } })) },
  ],
])('%s is refused', (finding, wrong) => {
  const written = { ...definition, ...wrong };
  expect(checkDefinition(written).map(({ path, code }) => `${path} ${code}`)).toContain(finding);
});
