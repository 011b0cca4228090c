import { formatDate } from '#lib/calendar';
import type { ResultFact, ResultRow, ServiceDefinition } from '#lib/catalogue';
import { type Answers, displayAnswer, fieldOf, visibleFields, visiblePages } from '#lib/forms';
import { type Agency, agencyName } from '#lib/organisations';
import { type Language, say, startBig } from '#lib/platform';
import { CodeText, type Content } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { placeNames } from '../draft/form-context.js';
import type { Decision } from '../tracking/decision-of.js';
import { dateInWords } from './date-in-words.js';
import { texts } from './texts.js';

/** What the page of a result is made of. */
export interface DecidedCase {
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  decision: Decision;
  answers: Answers;
  /** Name of the applicant. */
  applicant: string;
}

/** The lines of a section of a result, as the template asks for them; answers that were not given have none. */
export function resultRows(decided: DecidedCase, rows: ResultRow[], language: Language) {
  return rows.flatMap((row) => {
    if ('field' in row) return answerRow(decided, row, language);
    const key = row.label?.[language] ?? texts(language)(row.fact);
    return [{ key, value: factValue(decided, row.fact, language) }];
  });
}

function answerRow(
  { application, definition: { form }, answers }: DecidedCase,
  row: Extract<ResultRow, { field: string }>,
  language: Language,
): { key: string; value: Content }[] {
  const field = fieldOf(form, row.field);
  const answer = answers[row.field];
  const visible = visiblePages(form, answers).some((page) =>
    visibleFields(page, answers).some(({ id }) => id === row.field),
  );
  if (!field || answer === undefined || !visible) return [];
  const label = startBig((row.label ?? field.label)[language]);
  if (row.as === 'in-words')
    return [
      {
        key: texts(language)('in-words', { label }),
        value: <span lang="vi">{dateInWords(String(answer))}</span>,
      },
    ];
  if (row.as === 'year') return [{ key: label, value: String(answer).slice(0, 4) }];
  const names = placeNames(language, application.filedAt);
  const said = displayAnswer(language, form, field, answer, names);
  return [{ key: label, value: said.includes('\n') ? <span class="prewrap">{said}</span> : said }];
}

function factValue(decided: DecidedCase, fact: ResultFact, language: Language): Content {
  const { application, definition, agency, decision, applicant } = decided;
  switch (fact) {
    case 'outcome':
      return <strong>{texts(language)(`outcome-${decision.outcome}`)}</strong>;
    case 'procedure':
      return `${say(definition.title, language)} (${definition.code})`;
    case 'number':
      return <CodeText>{application.number}</CodeText>;
    case 'decided-on':
      return formatDate(language, decision.at, { weekday: true });
    case 'agency':
      return agencyName(agency, language);
    case 'officer':
      return decision.officer;
    case 'applicant':
      return applicant;
  }
}
