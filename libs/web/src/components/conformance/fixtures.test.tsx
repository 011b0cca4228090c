import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { projectRoot } from '#lib/platform';
import { PageLanguage } from '../../page/page-language.js';
import { fromOptions } from './from-options.js';
import { normaliseHtml } from './normalise-html.js';
import { notOffered } from './not-offered.js';
import type { Options } from './options.js';

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const folder = join(projectRoot(), 'node_modules/govuk-frontend/dist/govuk/components');

const fixtures = Object.keys(fromOptions).flatMap((component) => {
  const file = JSON.parse(readFileSync(join(folder, component, 'fixtures.json'), 'utf8'));
  return (file.fixtures as Fixture[]).map((fixture) => ({ component, ...fixture }));
});

const offered = fixtures.filter(({ component, name }) => !notOffered[component]?.includes(name));

describe('our components draw what govuk-frontend draws', () => {
  test.each(offered)('$component: $name', ({ component, options, html }) => {
    const draw = fromOptions[component];
    const ours =
      draw && renderToString(<PageLanguage.Provider value="en">{draw(options)}</PageLanguage.Provider>);
    expect(normaliseHtml(ours ?? '')).toBe(normaliseHtml(html));
  });

  test('the fixtures left out exist', () => {
    const names = fixtures.map(({ component, name }) => `${component}: ${name}`);
    const left = Object.entries(notOffered).flatMap(([component, list]) =>
      list.map((name) => `${component}: ${name}`),
    );
    expect(left.filter((name) => !names.includes(name))).toEqual([]);
    expect(offered.length).toBeGreaterThan(400);
  });
});

describe('normaliseHtml', () => {
  test('ignores the order of attributes and classes, and whitespace between tags', () => {
    expect(normaliseHtml('<p  class="b a"\n id="x">\n one\n  two </p>')).toBe(
      normaliseHtml('<p id="x" class="a b">one two</p>'),
    );
  });

  test('sees another class, another word, another tag', () => {
    const all = [
      '<p class="a">one</p>',
      '<p class="b">one</p>',
      '<p class="a">two</p>',
      '<b class="a">one</b>',
    ];
    expect(new Set(all.map(normaliseHtml)).size).toBe(4);
  });
});
