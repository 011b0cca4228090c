import { parse } from 'yaml';
import type { StateDefinition } from '../workflow-definition.js';
import { end, state, to, workflow } from '../workflows.fixture.js';
import { checkWorkflow } from './check-workflow.js';

const good = `
id: x
title: {vi: a, en: a, fr: a}
initial: a
states:
  a:
    label: {vi: a, en: a, fr: a}
    status: 1
    waitsFor: officer
    on: { go: { to: b, by: [case], label: {vi: a, en: a, fr: a}, past: {vi: a, en: a, fr: a} } }
  b: { label: {vi: a, en: a, fr: a}, status: 10, final: true }
`;
const on = '    on: {';

/** What somebody could write, by hand or by accident. */
const garbage: [string, string][] = [
  ['nothing', 'null'],
  ['a text', '"hello"'],
  ['a list', '- a'],
  ['no states', good.replace(/states:[^]*/, 'states: {}')],
  ['a state that is nothing', good.replace(/ {2}b: .*/, '  b: null')],
  [
    'states that hold themselves',
    good.replace(
      on,
      `    states: &s\n      q: { label: {vi: a, en: a, fr: a}, status: 1, states: *s }\n${on}`,
    ),
  ],
  ['a prototype', good.replace('  b:', '  __proto__: { status: 1 }\n  b:')],
  ['what every object has', good.replace('to: b', 'to: constructor')],
  ['a target that is no name', good.replace('to: b', 'to: "b..a"')],
  ['actors in a text', good.replace('[case]', 'case')],
  ['actors that are numbers', good.replace('[case]', '[1]')],
  ['a title of numbers', good.replace('title: {vi: a', 'title: {vi: 7')],
  ['events in a list', good.replace(/ {4}on: .*/, '    on: [go]')],
  ['an event that is nothing', good.replace(/ {4}on: .*/, '    on: { go: null }')],
  ['a choice of nothing', good.replace(/ {4}on: .*/, '    on: { go: { oneOf: null } }')],
  ['two choices at once', good.replace(/ {4}on: .*/, '    on: { go: { oneOf: [], firstOf: [] } }')],
  ['a time of nothing', good.replace(on, `    deadline: { within: null, send: go }\n${on}`)],
  [
    'a time that is no number',
    good.replace(on, `    deadline: { within: { months: .nan }, send: go }\n${on}`),
  ],
  ['a status that is no number', good.replace('status: 1\n', 'status: .nan\n')],
  ['a form of nothing', good.replace('by: [case]', 'by: [case], form: { fields: [null] }')],
  ['lists that are a number', good.replace('by: [case]', 'by: [case], form: { fields: [], lists: 4 }')],
  ['an event of the interpreter', good.replace('go:', 'xstate.init:')],
  ['any event', good.replace('go:', '"*":')],
  ['everything at once', good.replace('initial: a', 'initial: a\ntype: parallel')],
  ['the name of filing', good.replace('go:', 'file:')],
];

test('the text that the others are made of is good', () => {
  expect(checkWorkflow(parse(good))).toEqual([]);
});

test.each(garbage)('%s is refused in findings', (_, text) => {
  expect(checkWorkflow(parse(text)).length).toBeGreaterThan(0);
});

test('states within states without end, and more than anybody could read, are refused at once', () => {
  let deep: StateDefinition = end;
  for (let level = 0; level < 500; level += 1) deep = state({ initial: 'a', states: { a: deep } });
  expect(checkWorkflow(workflow('deep', { a: deep }))).toMatchObject([{ code: 'malformed' }]);
  const names = Array.from({ length: 1_001 }, (_, index) => `s${index}`);
  const next = (index: number) => names[(index + 1) % names.length] ?? '';
  const wide = names.map((name, index) => [
    name,
    state({ waitsFor: 'officer', on: { go: to(next(index), 'case') } }),
  ]);
  const codes = checkWorkflow(workflow('wide', Object.fromEntries(wide))).map(({ code }) => code);
  expect(codes).toEqual(['too-many-situations']);
  const acts = Array.from({ length: 5_000 }, (_, index) => [`go-${index}`, to('ended', 'case')]);
  const busy = state({ waitsFor: 'officer', on: Object.fromEntries(acts) });
  expect(checkWorkflow(workflow('busy', { busy, ended: end }))).toMatchObject([{ code: 'too-many-values' }]);
});

const region = (event: string) =>
  state({
    initial: 'm',
    states: { m: state({ waitsFor: 'officer', on: { [event]: to('n', 'case') } }), n: end },
  });

test('the end of a part that leads on at once is reached, though nothing ever stands there', () => {
  const part = state({ ...region('go'), on: { done: to('ended', 'system') } });
  expect(checkWorkflow(workflow('passing', { part, ended: end }))).toEqual([]);
});

test('a region may be over from the beginning', () => {
  const states = { left: region('go'), right: region('come'), over: end };
  const both = state({ type: 'parallel', on: { done: to('ended', 'system') }, states });
  expect(checkWorkflow(workflow('regions', { both, ended: end }))).toEqual([]);
});

test('a deadline whose event somebody else sends in a state inside is found, with the way there', () => {
  const inner = state({ waitsFor: 'officer', on: { lapse: to('ended', 'case') } });
  const outer = state({
    initial: 'inner',
    deadline: { within: { workingDays: 3 }, send: 'lapse' },
    on: { lapse: to('ended', 'system'), enter: to('outer.inner', 'case') },
    states: { inner, other: state({ waitsFor: 'system', on: { turn: to('inner', 'system') } }) },
  });
  outer.on = { ...outer.on, aside: to('outer.other', 'case') };
  expect(checkWorkflow(workflow('blocked', { outer, ended: end }))).toContainEqual(
    expect.objectContaining({ path: 'states.outer.deadline.send', code: 'deadline-blocked', steps: [] }),
  );
});
