import * as fc from 'fast-check';
import {
  type Answers,
  checkAnswers,
  checkForm,
  checkPage,
  displayAnswer,
  errorSentence,
  compileSchema,
  fieldsOf,
  type FormDefinition,
  formFindingWords,
  formSchema,
  inputsOf,
  itemPage,
  itemsOf,
  mergePage,
  nextPage,
  ownAnswers,
  type PageDefinition,
  readPage,
  sectionStandings,
  tidyAnswers,
  type Typed,
  typedOf,
  visibleAnswers,
  visibleFields,
  visiblePages,
  withItem,
} from './index.js';
import { ajv } from './ajv.js';
import { arbitraryBody, arbitraryFile, arbitraryForm, itemBodies } from './testing/arbitrary-form.js';
import { context, places } from './testing/ask.js';
import { nearlyRight } from './testing/nearly-right.js';

/** Each run compiles the paths it walks: some 60 runs keep the file under a few seconds. */
fc.configureGlobal({ numRuns: 60 });

/** A form, what is typed into all of it, and papers uploaded beforehand. */
const filledForm = arbitraryForm.chain((form) =>
  fc.record({
    form: fc.constant(form),
    body: arbitraryBody(fieldsOf(form)),
    papers: fc.array(arbitraryFile, { minLength: 1, maxLength: 2 }),
  }),
);

/** The inputs that are visible once a page is filled, as a browser posts them: empty ones too. */
function posted(form: FormDefinition, page: PageDefinition, answers: Answers, body: Typed): Typed {
  const filled = mergePage(page, answers, readPage(page, body));
  const inputs = visibleFields(page, visibleAnswers(form, filled)).flatMap(inputsOf);
  return Object.fromEntries(inputs.map((name) => [name, body[name] ?? '']));
}

/** Fills the pages of the items of a repeat one after the other; says whether each was accepted. */
function walkItems(form: FormDefinition, page: PageDefinition, before: Answers, bodies: Typed[]) {
  let answers = before;
  let accepted = true;
  for (const field of page.fields) {
    if (field.type !== 'repeat') continue;
    const asked = itemPage(form, page, field);
    for (const [index, body] of bodies.entries()) {
      const filled = mergePage(
        asked.page,
        answers,
        readPage(asked.page, posted(asked.form, asked.page, answers, body)),
      );
      if (checkPage(asked.form, asked.page, filled, context).length > 0) accepted = false;
      answers = withItem(answers, field, index, ownAnswers(field, filled));
    }
  }
  return { answers, accepted };
}

/** Fills the form page by page from the first to the last, whatever the pages say. */
function walk(
  form: FormDefinition,
  bodyOf: (page: PageDefinition) => Typed,
  papers: Answers,
  itemsOn: (page: PageDefinition) => Typed[] = (page) => walkedItems(page, bodyOf(page)),
) {
  let answers = papers;
  let accepted = true;
  let page = visiblePages(form, answers)[0];
  while (page) {
    answers = mergePage(page, answers, readPage(page, posted(form, page, answers, bodyOf(page))));
    const items = walkItems(form, page, answers, itemsOn(page));
    answers = items.answers;
    if (!items.accepted || checkPage(form, page, answers, context).length > 0) accepted = false;
    page = nextPage(form, answers, page.id);
  }
  return { answers, accepted };
}

function walkedItems(page: PageDefinition, body: Typed): Typed[] {
  return page.fields.flatMap((field) => (field.type === 'repeat' ? itemBodies(field, body) : []));
}

function uploaded(form: FormDefinition, papers: unknown[]): Answers {
  const files = fieldsOf(form).filter(({ type }) => type === 'file');
  return tidyAnswers(form, Object.fromEntries(files.map(({ id }) => [id, papers])));
}

describe('whatever the form and the path', () => {
  it('what the pages accept one by one, the whole form accepts, and nothing else', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(filledForm, ({ form, body, papers }) => {
        const { answers, accepted } = walk(form, () => body, uploaded(form, papers));
        const { errors, visible } = checkAnswers(form, JSON.parse(JSON.stringify(answers)), context);
        seen[accepted ? 'accepted' : 'refused'] += 1;
        expect(errors.length === 0).toBe(accepted);
        expect(visible).toEqual(visibleAnswers(form, answers));
      }),
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(5);
  });

  it('what the whole form accepts, the pages accept one by one, as the same answers', () => {
    fc.assert(
      fc.property(filledForm, ({ form, body, papers }) => {
        const all = form.pages.map((page) => readPage(page, body).answers);
        const items = form.pages.map((page) => walkItems(form, page, {}, walkedItems(page, body)).answers);
        const { errors, visible } = checkAnswers(
          form,
          Object.assign(uploaded(form, papers), ...all, ...items),
          context,
        );
        fc.pre(errors.length === 0);
        const { answers, accepted } = walk(
          form,
          (page) => typedOf(page, visible),
          uploaded(form, papers),
          (page) =>
            page.fields.flatMap((field) =>
              field.type === 'repeat'
                ? itemsOf(visible, field).map((item) => typedOf({ ...page, fields: field.fields }, item))
                : [],
            ),
        );
        expect(accepted).toBe(true);
        expect(visibleAnswers(form, answers)).toEqual(visible);
      }),
    );
  });

  it('one schema of the whole form accepts what the schema of each path does, and nothing else', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(filledForm, { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        ([first, ...more], tidy) => {
          if (!first) throw new Error('at least one');
          const { form } = first;
          const whole = ajv.compile(formSchema(form));
          for (const { body, papers } of [first, ...more]) {
            const { answers } = walk(form, () => body, uploaded(form, papers));
            const sent = tidy ? visibleAnswers(form, answers) : answers;
            const accepted = ajv.validate(compileSchema(form, sent), sent);
            seen[accepted ? 'accepted' : 'refused'] += 1;
            expect(whole(sent)).toBe(accepted);
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(0);
  });

  it('answering its sections in any order ends where walking through it does, and never nowhere', () => {
    fc.assert(
      fc.property(filledForm, fc.array(fc.nat(), { maxLength: 8 }), ({ form, body, papers }, choices) => {
        const walked = walk(form, () => body, uploaded(form, papers));
        let answers = uploaded(form, papers);
        const sent = new Set<PageDefinition>();
        const progress = {
          isStarted: (page: PageDefinition) => sent.has(page),
          isDone: (page: PageDefinition) => sent.has(page),
        };
        for (let turn = 0; ; turn += 1) {
          const standings = sectionStandings(form, answers, progress);
          const open = standings.flatMap((each) =>
            each.state === 'not-started' || each.state === 'begun' ? [each.page] : [],
          );
          const page = open[(choices[turn] ?? 0) % open.length];
          if (!page) {
            expect(standings.every(({ state }) => state === 'complete')).toBe(true);
            break;
          }
          answers = mergePage(page, answers, readPage(page, posted(form, page, answers, body)));
          answers = walkItems(form, page, answers, walkedItems(page, body)).answers;
          sent.add(page);
        }
        expect(visibleAnswers(form, answers)).toEqual(visibleAnswers(form, walked.answers));
      }),
    );
  });

  it('each error belongs to a visible field and has a sentence', () => {
    fc.assert(
      fc.property(filledForm, ({ form, body }) => {
        const { answers } = walk(form, () => body, {});
        for (const error of checkAnswers(form, answers, context).errors) {
          expect(errorSentence('vi', form, error)).toMatch(/\p{L}/u);
          expect(
            visiblePages(form, answers).some(({ fields }) => fields.some(({ id }) => id === error.field)),
          ).toBe(true);
        }
      }),
    );
  });
});

describe('going back', () => {
  it('and posting a page as it stands changes nothing', () => {
    fc.assert(
      fc.property(filledForm, ({ form, body, papers }) => {
        const { answers } = walk(form, () => body, uploaded(form, papers));
        fc.pre(checkAnswers(form, answers, context).errors.length === 0);
        for (const page of visiblePages(form, answers)) {
          const again = readPage(page, posted(form, page, answers, typedOf(page, answers)));
          expect(mergePage(page, answers, again)).toEqual(answers);
        }
      }),
    );
  });

  it('and changing a page loses no answer of another, visible or not', () => {
    const twice = filledForm.chain((filled) =>
      fc.record({
        filled: fc.constant(filled),
        page: fc.constantFrom(...filled.form.pages),
        other: arbitraryBody(fieldsOf(filled.form)),
      }),
    );
    fc.assert(
      fc.property(twice, ({ filled: { form, body, papers }, page, other }) => {
        const { answers } = walk(form, () => body, uploaded(form, papers));
        const changed = mergePage(page, answers, readPage(page, other));
        const elsewhere = (from: Answers) =>
          Object.fromEntries(
            Object.entries(from).filter(([id]) => !page.fields.some((field) => field.id === id)),
          );
        expect(elsewhere(changed)).toEqual(elsewhere(answers));
      }),
    );
  });
});

/** Any sequence of UTF-16 units: NUL and halves of surrogate pairs among them. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(0, 0xd800, 0xdc00), fc.integer({ min: 0, max: 0xffff })), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const anyValue = fc.oneof(
  anyText,
  fc.array(anyText),
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.constant('x'.repeat(1_000_000)),
  fc.constantFrom('__proto__', 'constructor', 'yes', '1', '31', '2026', '-', '--', '1-1', 'a', '00004', '01'),
);

const hostile = arbitraryForm.chain((form) => {
  const names = [
    ...fieldsOf(form).flatMap((field) => [field.id, ...inputsOf(field)]),
    '__proto__',
    'constructor',
    'toString',
  ];
  const entries = fc.array(fc.tuple(fc.constantFrom(...names), anyValue), { maxLength: 12 });
  return fc.record({
    form: fc.constant(form),
    // defineProperty semantics: a key '__proto__' becomes an own property, as JSON.parse makes it.
    body: fc.oneof(
      { arbitrary: entries.map((pairs): unknown => Object.fromEntries(pairs)), weight: 5 },
      fc.anything(),
    ),
  });
});

/** What PostgreSQL's jsonb refuses to hold. */
const unstorable = /[\0\p{Cs}]/u;

describe('whatever is sent', () => {
  it('a page reads it into answers that can be stored, or says what is wrong', () => {
    fc.assert(
      fc.property(hostile, ({ form, body }) => {
        for (const page of form.pages) {
          const read = readPage(page, body);
          const answers = mergePage(page, {}, read);
          for (const text of Object.values(answers).flatMap((answer) =>
            Object.values(Object(answer)).join(''),
          ))
            expect(text).not.toMatch(unstorable);
          expect(Object.keys(read.typed).every((name) => page.fields.flatMap(inputsOf).includes(name))).toBe(
            true,
          );
          for (const error of checkPage(form, page, answers, context)) errorSentence('fr', form, error);
          for (const field of page.fields) displayAnswer('en', form, field, answers[field.id], places);
        }
      }),
    );
  });

  it('the whole form answers it', () => {
    fc.assert(
      fc.property(hostile, ({ form, body }) => {
        const { errors, visible } = checkAnswers(form, body, context);
        for (const error of errors) errorSentence('en', form, error);
        for (const field of fieldsOf(form)) displayAnswer('vi', form, field, visible[field.id], places);
      }),
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('the check of definitions answers it', () => {
    fc.assert(fc.property(fc.anything(), (form) => checkForm(form).length > 0));
  });

  it('the check of definitions answers one that is nearly right', () => {
    const seen = { right: 0, wrong: 0 };
    fc.assert(
      fc.property(nearlyRight, (form) => {
        const findings = checkForm(form);
        for (const finding of findings) expect(formFindingWords(finding, 'vi')).toMatch(/\p{L}/u);
        seen[findings.length === 0 ? 'right' : 'wrong'] += 1;
      }),
      { numRuns: 150 },
    );
    expect(seen.wrong).toBeGreaterThan(seen.right);
  });
});
