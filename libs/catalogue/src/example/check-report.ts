import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDefinition } from '#lib/forms';
import { type Language, projectRoot } from '#lib/platform';
import { definitionFindingWords } from '../definition/findings/definition-finding-words.js';
import type { Finding } from '../definition/finding.js';
import { readWritten } from '../definition/read-written.js';
import { shippedExamples } from './shipped-examples.js';
import { walkForm } from './walk-form.js';

/**
 * What is wrong with a shipped definition, in lines for whoever writes it; where nothing is, how each of its examples
 * fills it in, page by page. `today` is the legal date, YYYY-MM-DD.
 */
export function checkReport(
  code: string,
  today: string,
  language: Language,
): { lines: string[]; right: boolean } {
  const file = `libs/catalogue/procedures/${code}.yaml`;
  const path = join(projectRoot(), file);
  if (!existsSync(path)) return { lines: [`No definition ships as ${file}`], right: false };
  const { definition, findings } = readWritten(readFileSync(path, 'utf8'));
  if (definition && 'form' in definition) return walkReport(code, definition.form, today, language);
  return { lines: findings.map((each) => `${each.path}: ${wordsOf(each, language)}`), right: false };
}

function walkReport(code: string, form: FormDefinition, today: string, language: Language) {
  const walks = Object.entries(shippedExamples(code, form)).map(([name, answers]) => ({
    name,
    ...walkForm(form, answers, today, language),
  }));
  const seen = new Set(walks.flatMap(({ pages }) => pages.map(({ id }) => id)));
  const unseen = form.pages.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  const problems = walks.flatMap(({ name, problems: each }) => each.map((problem) => `${name}, ${problem}`));
  const lines = [
    ...walks.flatMap(({ name, pages }) => ['', name, ...pages.flatMap(pageLines)]),
    '',
    ...(unseen.length > 0 ? [`Pages that no example comes to: ${unseen.join(', ')}`] : []),
    ...(walks.length > 0 ? [] : [`No example ships as libs/catalogue/procedures/${code}.example.yaml`]),
    ...problems,
    `${form.pages.length} pages, ${walks.length} examples, ${problems.length} problems`,
  ];
  return { lines, right: problems.length === 0 && walks.length > 0 };
}

function pageLines({ id, title, said }: ReturnType<typeof walkForm>['pages'][number]): string[] {
  return [
    `  ${id}: ${title}`,
    ...said.map(({ question, answer }) => `    ${question}: ${answer.replaceAll('\n', ' / ')}`),
  ];
}

function wordsOf(finding: Finding, language: Language): string {
  const words = definitionFindingWords(finding, language);
  return words === finding.code ? `${finding.code} ${JSON.stringify(finding.facts)}` : words;
}
