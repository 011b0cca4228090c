import { checkChildren, checkDefinition, type ServiceDefinition, shippedDefinitions } from '#lib/catalogue';
import { languages } from '#lib/platform';
import { findingWords } from '#lib/workflow';

const shipped = new Map(shippedDefinitions().map((definition) => [definition.code, definition]));

function definitionOf(code: string): ServiceDefinition {
  const found = shipped.get(code);
  if (!found) throw new Error(`Nobody wrote ${code}`);
  return structuredClone(found);
}

test('every definition that ships passes the checks, alone and with what it opens', () => {
  for (const definition of shipped.values())
    expect([definition.code, checkDefinition(definition), checkChildren(definition, shipped)]).toEqual([
      definition.code,
      [],
      [],
    ]);
});

test('the parts say of which procedure they are, and go to three agencies', () => {
  const { children = [], form } = definitionOf('2.000986');
  const parts = children.map(({ code }) => definitionOf(code));
  expect(parts.map(({ partOf, authority, body }) => [partOf, authority, body])).toEqual([
    ['2.000986', 'commune', undefined],
    ['2.000986', 'commune', 'police'],
    ['2.000986', 'province', 'social-insurance'],
  ]);
  expect(form.pages.at(0)?.id).toBe('requester');
  expect(form.pages.at(-1)?.id).toBe('hospital');
});

type Plant = (definition: ServiceDefinition, known: Map<string, ServiceDefinition>) => void;
const child = (definition: ServiceDefinition, index: number) => {
  const found = definition.children?.[index];
  if (!found) throw new Error('No such part');
  return found;
};
const faults: [code: string, path: string, plant: Plant][] = [
  ['children-missing', 'children', (whole) => delete whole.children],
  ['children-never-opened', 'children', (whole) => (whole.workflow = definitionOf('1.001193').workflow)],
  [
    'children-all-conditional',
    'children',
    (whole) => whole.children?.forEach((one) => (one.when = { eq: ['livesWith', 'parents'] })),
  ],
  ['child-twice', 'children/1/id', (whole) => (child(whole, 1).id = 'birth')],
  ['child-after-unknown', 'children/1/after', (whole) => (child(whole, 1).after = ['passport'])],
  ['children-wait-for-one-another', 'children', (whole) => (child(whole, 0).after = ['residence'])],
  ['child-unknown', 'children/2/code', (whole) => (child(whole, 2).code = '9.999999')],
  [
    'child-unknown',
    'children/2/ifStopped/undoneBy/code',
    (whole) => (child(whole, 2).ifStopped = { undoneBy: { code: '9.999999' } }),
  ],
  ['children-circular', 'children', (whole) => (child(whole, 2).code = '2.000986')],
  ['child-cannot-be-stopped', 'children/0/code', (whole) => (child(whole, 0).code = '1.001193')],
  [
    'child-field-unknown',
    'children/0/answers/shoeSize',
    (whole) => (child(whole, 0).answers = { shoeSize: 'childName' }),
  ],
  [
    'child-source-unknown',
    'children/0/answers/childName',
    (whole) => (child(whole, 0).answers = { childName: 'nickname' }),
  ],
  [
    'child-field-type',
    'children/0/answers/childName',
    (whole) => (child(whole, 0).answers = { childName: 'childBirthDate' }),
  ],
  [
    'child-field-unmapped',
    'children/2/answers/firstHospital',
    (whole) => (whole.form.pages = whole.form.pages.filter(({ id }) => id !== 'hospital')),
  ],
  [
    'child-field-may-be-missing',
    'children/1/answers/headName',
    (whole) => {
      const page = whole.form.pages.find(({ id }) => id === 'head');
      if (page) page.when = { eq: ['livesWith', 'others'] };
    },
  ],
  [
    'child-choice-unknown',
    'children/1/answers/childSex',
    (_, known) => {
      const residence = definitionOf('2.000986.TT');
      residence.form.lists = { ...residence.form.lists, sexesAtBirth: [] };
      known.set(residence.code, residence);
    },
  ],
];

test.each(faults)('%s is found at %s', (code, path, plant) => {
  const whole = definitionOf('2.000986');
  const known = new Map(shipped);
  plant(whole, known);
  const found = checkChildren(whole, known);
  expect(found.map((finding) => [finding.code, finding.path])).toContainEqual([code, path]);
  for (const finding of found)
    for (const language of languages) expect(findingWords(finding, language)).toMatch(/^(?!.*\{\{).{30,}\.$/);
});

test('a part opened on a condition takes what is asked on it, and is found without it', () => {
  const whole = definitionOf('2.002913');
  delete child(whole, 3).when;
  expect(checkChildren(whole, shipped).map(({ code, path }) => `${code} ${path}`)).toContain(
    'child-field-may-be-missing children/3/answers/recipientName',
  );
});
