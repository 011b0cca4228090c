import { readdirSync, readFileSync } from 'node:fs';
import { languages } from '#lib/platform';
import { definitionFindingWords } from './definition-finding-words.js';

const folders = ['libs/catalogue/src/definition', 'libs/calendar/src'];
const sources = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^check-.*(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
/** Every code that a check of definitions names, whether it is given as a fact or stands in a type. */
const codes = sources.flatMap((text) =>
  [...text.matchAll(/code: '([a-z0-9-]+)'|^ {2}\| '([a-z0-9-]+)'/gm)].map(
    ([, given, named]) => given ?? named,
  ),
);

test('whatever is refused in a definition has words for designers, in every language', () => {
  expect(codes.length).toBeGreaterThan(30);
  const wordless = codes.filter((code = '') =>
    languages.some((language) => !/ /.test(definitionFindingWords({ code, facts: {} }, language))),
  );
  expect(wordless).toEqual([]);
});
