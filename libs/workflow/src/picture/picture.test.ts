import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { languages } from '#lib/platform';
import { goodDefinition } from '../../test/good-definitions.js';
import { activeStates } from '../active-states.js';
import { eachState } from '../check/each-state.js';
import { initialState } from '../initial-state.js';
import { withWords } from '../with-words.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import { consultation, end, standard, state, to, workflow, words } from '../workflows.fixture.js';
import { dotText } from './dot-text.js';
import { workflowDot } from './workflow-dot.js';
import { workflowPicture } from './workflow-picture.js';
import { workflowRows } from './workflow-rows.js';

const shipped = new URL('../../../catalogue/workflows/', import.meta.url);
const all = readdirSync(shipped).map((file) =>
  withWords(parse(readFileSync(new URL(file, shipped), 'utf8')) as WorkflowDefinition),
);
const labelled = (text: string) =>
  workflow('odd', { first: { ...state(), label: words(text), on: { go: to('last', 'case') } }, last: end });
/** What the XML of a picture shows as text, as a browser would read it. */
const shown = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&#xa0;', '\u00a0')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

test('a text is one quoted string whatever it holds', () => {
  expect(dotText('a "b" \\N\n<c> &lt;')).toBe('"a \\"b\\" \\\\N\\n<c> &amp;lt;"');
  expect(dotText('\u0000\uD800\u0007ở')).toBe('"ở"');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) =>
      expect(dotText(text)).toMatch(/^"([^"\\\n]|\\["\\n])*"$/),
    ),
  );
});

test('Graphviz shows every text letter by letter, and nothing of it becomes markup', async () => {
  const text = fc.stringMatching(/^[a-zàởđ"'<>&\\;#0-9N\]{}|-]{1,20}$/);
  await fc.assert(
    fc.asyncProperty(text, async (label) => {
      const { svg } = await workflowPicture(labelled(label), { language: 'vi' });
      expect(shown(svg)).toContain(label);
      expect(svg.match(/<(?!\/)/g)).toHaveLength(plain);
    }),
    { numRuns: 60 },
  );
});
let plain: number;
beforeAll(async () => {
  plain = ((await workflowPicture(labelled('plain'), { language: 'vi' })).svg.match(/<(?!\/)/g) ?? []).length;
});

test('the current state is marked in words and by its shape, and no other', () => {
  const dot = workflowDot(standard, { language: 'en', current: 'awaiting-decision' });
  expect(dot.match(/shape=octagon/g)).toHaveLength(1);
  expect(dot).toMatch(/► IT IS HERE ◄\\nWaiting for[^"]*" shape=octagon/);
  expect(workflowDot(standard, { language: 'en' })).not.toContain('octagon');
});

test('where the current state is drawn is told, inside the picture and as large as a box', async () => {
  const { here, width, height } = await workflowPicture(standard, { language: 'vi', current: 'received' });
  expect(here?.width).toBeGreaterThan(100);
  expect(here?.height).toBeGreaterThan(30);
  expect(here && here.x >= 0 && here.x + here.width <= width).toBe(true);
  expect(here && here.y >= 0 && here.y + here.height <= height).toBe(true);
  expect((await workflowPicture(standard, { language: 'vi' })).here).toBeUndefined();
});

test('of parts at work at once each is marked, inside the frame of the state they are parts of', () => {
  const dot = workflowDot(consultation, {
    language: 'vi',
    current: { agencies: { police: 'waiting', tax: 'waiting' } },
  });
  expect(dot.match(/shape=octagon/g)).toHaveLength(2);
  expect(dot.match(/subgraph "cluster_/g)?.length).toBeGreaterThanOrEqual(4);
});

test('an arrow says the act and who may do it; an end has a double border', () => {
  const dot = workflowDot(standard, { language: 'vi' });
  expect(dot).toMatch(/-> s\d+ \[label="[^"]*\(cán bộ/);
  expect(dot.match(/peripheries=2/g)).toHaveLength(3);
});

test('an act that ends many states alike is drawn once, with their names; one that ends two has two arrows', () => {
  const dot = workflowDot(standard, { language: 'en' });
  const lines = (text: string) => dot.split('\n').filter((line) => line.includes(text));
  expect(lines('-> ').filter((line) => line.includes('Withdraw'))).toHaveLength(1);
  expect(lines('From these steps:')[0]?.match(/•/g)).toHaveLength(
    Object.values(standard.states).filter(({ on }) => on?.withdraw).length,
  );
  const two = workflow('two', {
    first: { ...state(), on: { go: to('second', 'case'), stop: to('last', 'case') } },
    second: { ...state(), on: { stop: to('last', 'case') } },
    last: end,
  });
  expect(workflowDot(two, { language: 'en' }).match(/-> s\d/g)).toHaveLength(4);
});

test.each(all)('$id is drawn in every language as one titled image in which nothing runs', async (one) => {
  for (const language of languages) {
    const { svg, alt } = await workflowPicture(one, { language, current: initialState(one) });
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="title description"/);
    expect(svg).toContain(`<title id="title">`);
    expect(svg).not.toMatch(/<script|<style| style=|href|<!--/);
    expect(alt).toContain(one.title[language]);
  }
});

test('a table has every state once from the initial one on, and every act', () => {
  const rows = workflowRows(standard, 'en', 'received');
  expect(rows[0]).toMatchObject({ status: '1 · Newly filed', current: false, final: false });
  expect(rows[0]?.acts[0]).toMatchObject({ who: 'intake officer' });
  expect(rows.flatMap(({ acts }) => acts).map(({ act }) => act)).not.toContain('deliver');
  expect(rows.filter(({ current }) => current).map(({ label }) => label)).toEqual([
    [standard.states.received?.label.en],
  ]);
  const appeal = all.find(({ id }) => id === 'payment-before-processing') as WorkflowDefinition;
  expect(workflowRows(appeal, 'en').some(({ acts }) => acts.some(({ when }) => when))).toBe(true);
});

test('whatever the definition, each state is in the table and the picture, and where it stands is marked', () => {
  fc.assert(
    fc.property(goodDefinition, (definition) => {
      const states = eachState(definition);
      const current = initialState(definition);
      const rows = workflowRows(definition, 'vi', current);
      expect(rows).toHaveLength(states.length);
      expect(rows[0]?.current).toBe(true);
      const dot = workflowDot(definition, { language: 'vi', current });
      expect(dot.match(/shape=octagon/g)).toHaveLength(activeStates(definition, current).length);
      expect(dot.match(/^(s\d+ \[|subgraph)/gm)).toHaveLength(states.length);
    }),
  );
});
