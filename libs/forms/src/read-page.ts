import { type Answer, type Answers, answerOf, isObject } from './answer.js';
import type { Typed } from './clean.js';
import { type FormDefinition, fieldsOf, type PageDefinition } from './definition.js';
import { type FieldDefinition, typeOf } from './field-types.js';
import { closeGaps, filledRows, inputsOf, rowOf } from './input-names.js';
import type { TableField } from './fields/table.js';
import { isItemsField, itemsOf } from './items.js';

/** A page as it was posted: what was typed, for showing it again, and the answers read from it. */
export interface ReadPage {
  typed: Typed;
  answers: Answers;
}

/**
 * Reads posted inputs. The body may be anything: only strings under the names of the page's inputs are looked at.
 * What cannot be understood becomes an answer its schema refuses, so nothing typed is lost and `checkPage` says
 * how to mend it.
 */
export function readPage(page: PageDefinition, body: unknown): ReadPage {
  const typed: Typed = {};
  const answers: Answers = {};
  for (const field of page.fields) {
    for (const name of inputsOf(field)) {
      const posted = stringsPosted(body, name);
      if (posted[0] !== undefined) typed[name] = typeOf(field).many ? posted : posted[0];
    }
    if (field.type === 'table') closeGaps(field, typed);
    const answer = readField(typed, field);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return { typed, answers };
}

/**
 * The saved answers with a page's posted over them. A field none of whose inputs was posted keeps what was saved:
 * one that was hidden, or papers. One that was emptied is gone. Nothing else changes.
 */
export function mergePage(page: PageDefinition, saved: Answers, read: ReadPage): Answers {
  const merged = { ...saved };
  for (const field of page.fields) {
    if (!inputsOf(field).some((name) => Object.hasOwn(read.typed, name))) continue;
    const answer = answerOf(read.answers, field.id);
    if (answer === undefined) delete merged[field.id];
    else merged[field.id] = answer;
  }
  return merged;
}

/** What to put into the inputs of a page so that they show saved answers. */
export function typedOf(page: PageDefinition, answers: Answers): Typed {
  return Object.assign({}, ...page.fields.map((field) => write(field, answerOf(answers, field.id))));
}

function readField(typed: Typed, field: FieldDefinition): Answer | undefined {
  if (field.type !== 'table') return typeOf(field).read(typed, field);
  const rows = filledRows(field, typed).map((row) => {
    const item: Answers = {};
    for (const [index, cell] of rowOf(field, row).entries()) {
      const answer = typeOf(cell).read(typed, cell);
      const column = field.fields[index];
      if (column && answer !== undefined) item[column.id] = answer;
    }
    return item;
  });
  const items = rows.filter((item) => Object.keys(item).length > 0);
  return items.length > 0 ? items : undefined;
}

/**
 * Answers from elsewhere than a page, a register or the API, as a page would have read them: written into the
 * inputs and read back. So every door accepts the same. Fields the form does not have are left out.
 */
export function tidyAnswers(form: FormDefinition, answers: unknown): Answers {
  return tidyFields(fieldsOf(form), answers);
}

function tidyFields(fields: FieldDefinition[], answers: unknown): Answers {
  if (!isObject(answers)) return {};
  const tidy: Answers = {};
  for (const field of fields) {
    const answer = tidyAnswer(field, Object.hasOwn(answers, field.id) ? answers[field.id] : undefined);
    if (answer !== undefined) tidy[field.id] = answer;
  }
  return tidy;
}

export function tidyAnswer(field: FieldDefinition, answer: unknown): Answer | undefined {
  if (answer === undefined || answer === null) return undefined;
  if (Array.isArray(answer) && answer.length === 0) return undefined;
  const type = typeOf(field);
  // Not the shape of this type: kept, whatever it is, for the schema to refuse.
  if (!type.holds(answer)) return answer as Answer;
  if (isItemsField(field)) return tidyItems(field, answer as Answers[]);
  return inputsOf(field).length > 0 ? type.read(type.write(answer, field), field) : answer;
}

/** An empty row is none; an item of a repeat that holds nothing yet stays, for its page to be filled in. */
function tidyItems(
  field: FieldDefinition & { fields: FieldDefinition[] },
  answer: Answers[],
): Answers[] | undefined {
  const items = answer.map((item) => tidyFields(field.fields, item));
  const kept = field.type === 'table' ? items.filter((item) => Object.keys(item).length > 0) : items;
  return kept.length > 0 ? kept : undefined;
}

function write(field: FieldDefinition, answer: Answer | undefined): Typed {
  if (field.type === 'table') return writeRows(field, answer);
  const type = typeOf(field);
  if (answer === undefined) return {};
  if (type.holds(answer)) return type.write(answer, field);
  // What was typed and could not be understood is shown as it was typed.
  return typeof answer === 'string' && !type.parts ? { [field.id]: answer } : {};
}

function writeRows(table: TableField, answer: Answer | undefined): Typed {
  const cells = itemsOf(answer === undefined ? {} : { [table.id]: answer }, table).flatMap((item, row) =>
    rowOf(table, row).map((cell, index) => write(cell, answerOf(item, table.fields[index]?.id ?? ''))),
  );
  return Object.assign({}, ...cells);
}

function stringsPosted(body: unknown, name: string): string[] {
  if (!isObject(body) || !Object.hasOwn(body, name)) return [];
  return [body[name]].flat().filter((value) => typeof value === 'string');
}
