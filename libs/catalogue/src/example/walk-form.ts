import {
  type Answers,
  checkAnswers,
  checkPage,
  displayAnswer,
  errorSentence,
  type FieldError,
  type FormContext,
  type FormDefinition,
  fieldOf,
  fieldsOf,
  inputsOf,
  itemPage,
  itemsOf,
  mergePage,
  nextPage,
  ownAnswers,
  type PageDefinition,
  type PlaceNames,
  readPage,
  type Typed,
  tidyAnswers,
  typedOf,
  visibleAnswers,
  visibleFields,
  visiblePages,
  withItem,
} from '#lib/forms';
import { agencyNameAt, formerAddressWords, knownPlaces, places } from '#lib/organisations';
import { type Language, languages, say } from '#lib/platform';

/** A way through a form: its pages with what was said on each, and what stood in the way. */
export interface Walk {
  pages: { id: string; title: string; said: { question: string; answer: string }[] }[];
  /** In words; none if everything was accepted everywhere and nothing was left over. */
  problems: string[];
}

/**
 * Fills a form with these answers as a browser does: page by page from the first, papers uploaded beforehand, empty
 * boxes sent along. Then the last look and the schema see the whole. `today` is the legal date, YYYY-MM-DD.
 */
export function walkForm(form: FormDefinition, wanted: Answers, today: string, language: Language): Walk {
  const context: FormContext = { today, ...knownPlaces };
  const walk: Walk = { pages: [], problems: [] };
  const note = (where: string, error: FieldError) =>
    walk.problems.push(`${where}: ${errorSentence(language, form, error)} (${error.field}, ${error.code})`);

  let answers = papersIn(form, wanted);
  for (let page = visiblePages(form, answers)[0]; page; page = nextPage(form, answers, page.id)) {
    answers = mergePage(page, answers, readPage(page, posted(form, page, answers, wanted)));
    answers = withItems(form, page, answers, wanted);
    for (const error of checkPage(form, page, answers, context)) note(page.id, error);
    walk.pages.push(shown(form, page, answers, language));
  }
  const { errors, visible } = checkAnswers(form, JSON.parse(JSON.stringify(wanted)), context);
  for (const error of errors) note('whole form', error);
  for (const id of Object.keys(wanted)) {
    if (!fieldOf(form, id)) walk.problems.push(`${id}: the form has no such field`);
    else if (!Object.hasOwn(visible, id)) walk.problems.push(`${id}: answered, but not asked on this path`);
  }
  const expected = visibleAnswers(form, tidyAnswers(form, wanted));
  if (JSON.stringify(sorted(visibleAnswers(form, answers))) !== JSON.stringify(sorted(expected)))
    walk.problems.push('The pages and the whole form read other answers');
  return walk;
}

function papersIn(form: FormDefinition, wanted: Answers): Answers {
  const papers = fieldsOf(form).filter(({ id, type }) => type === 'file' && Object.hasOwn(wanted, id));
  return Object.fromEntries(papers.map(({ id }) => [id, wanted[id]])) as Answers;
}

/** The items of a repeat, each filled in on its own page. */
function withItems(form: FormDefinition, page: PageDefinition, before: Answers, wanted: Answers): Answers {
  let answers = before;
  for (const field of page.fields) {
    if (field.type !== 'repeat') continue;
    const asked = itemPage(form, page, field);
    for (const [index, item] of itemsOf(wanted, field).entries()) {
      const read = readPage(asked.page, posted(asked.form, asked.page, answers, item));
      answers = withItem(answers, field, index, ownAnswers(field, mergePage(asked.page, answers, read)));
    }
  }
  return answers;
}

/** What a browser sends of a page: every box that is asked, filled or not. */
function posted(form: FormDefinition, page: PageDefinition, answers: Answers, wanted: Answers): Typed {
  const typed = typedOf(page, wanted);
  const filled = mergePage(page, answers, readPage(page, typed));
  const boxes = visibleFields(page, visibleAnswers(form, filled)).flatMap(inputsOf);
  return Object.fromEntries(boxes.map((name) => [name, typed[name] ?? '']));
}

function shown(form: FormDefinition, page: PageDefinition, answers: Answers, language: Language) {
  const fields = visibleFields(page, visibleAnswers(form, answers));
  for (const each of languages)
    for (const field of fields) displayAnswer(each, form, field, answers[field.id], namesIn(each));
  return {
    id: page.id,
    title: say(page.title, language),
    said: fields.map((field) => ({
      question: say(field.label, language),
      answer: displayAnswer(language, form, field, answers[field.id], namesIn(language)),
    })),
  };
}

function namesIn(language: Language): PlaceNames {
  return {
    province: (code) => places.provinceName(code, language),
    commune: (code) => places.communeName(code, language),
    formerPlace: (code, today) => formerAddressWords(code, today, language),
    agency: (body, place) => agencyNameAt(body, place, language),
  };
}

function sorted(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
