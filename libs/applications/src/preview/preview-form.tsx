import { feeFor, type ServiceDefinition } from '#lib/catalogue';
import {
  type Answers,
  checkPage,
  type FieldDefinition,
  type FieldError,
  mergePage,
  nextPage,
  type PageDefinition,
  pageOf,
  readPage,
  type Typed,
  visibleAnswers,
  visibleFields,
  visiblePages,
} from '#lib/forms';
import { legalDate, type Platform, Refusal } from '#lib/platform';
import { type PageContext, textIn } from '#lib/web';
import type { VNode } from 'preact';
import { formContext } from '../draft/form-context.js';
import { showingPlaces } from '../draft/fields/show-places.js';
import { PreviewCheck } from './preview-check.js';
import { PreviewPage } from './preview-page.js';

export interface PreviewAsked {
  context: PageContext;
  definition: ServiceDefinition;
  pageId: string;
  /** What a page sent: its inputs, and in `answers` those of the pages before. Undefined where a page is only opened. */
  body: unknown;
  /** Address of the preview of a page. */
  addressOf(pageId: string): string;
}

/** Types of fields that a preview cannot be given answers to, and so does not demand. */
const notDemanded = new Set<FieldDefinition['type']>(['file', 'repeat']);

/**
 * A page of a form as a citizen sees it, or what comes after what was sent: the same page with what is wrong, the next
 * one, or the last look. What was answered travels along in the pages and is stored nowhere. Refuses a page that the
 * form does not have (`not-found`, 404).
 */
export function previewForm(platform: Platform, asked: PreviewAsked): VNode {
  const { definition, pageId, body } = asked;
  const { form } = definition;
  const page = pageOf(form, pageId);
  if (!page) throw new Refusal('not-found', 404);
  const before = body === undefined ? {} : answersIn(body);
  if (body === undefined) return shown(asked, page, before);
  const showing = showingPlaces(body);
  const posted = readPage(page, showing?.sent ?? body);
  const answers = mergePage(page, before, posted);
  if (showing) return shown(asked, page, answers, [], posted.typed);
  const errors = checkPage(form, page, answers, formContext(platform)).filter(
    ({ field }) => !notDemanded.has(page.fields.find(({ id }) => id === field)?.type ?? 'text'),
  );
  const asksMore = visible(page, form, answers).length > visible(page, form, before).length;
  if (errors.length > 0)
    return shown(asked, page, answers, asksMore ? unseen(errors, body) : errors, posted.typed);
  const next = nextPage(form, answers, page.id);
  if (next) return shown(asked, next, answers);
  const fee = feeFor(definition, visibleAnswers(form, answers), legalDate(platform.clock.now()));
  return <PreviewCheck {...asked} answers={answers} pages={visiblePages(form, answers)} fee={fee} />;
}

const visible = (page: PageDefinition, form: ServiceDefinition['form'], answers: Answers) =>
  visibleFields(page, visibleAnswers(form, answers));

/** A question that was not there yet was not left empty. */
function unseen(errors: FieldError[], body: unknown): FieldError[] {
  const sent = Object.keys((body ?? {}) as object);
  return errors.filter(({ field }) => sent.some((name) => name === field || name.startsWith(`${field}-`)));
}

function shown(
  { context, definition, addressOf }: PreviewAsked,
  page: PageDefinition,
  answers: Answers,
  errors: FieldError[] = [],
  typed: Typed = {},
): VNode {
  return (
    <PreviewPage {...{ context, definition, page, answers, errors, typed }} action={addressOf(page.id)} />
  );
}

/** What the pages before were answered with; nothing where that cannot be read. */
function answersIn(body: unknown): Answers {
  try {
    const answers: unknown = JSON.parse(textIn(body, 'preview-answers'));
    return typeof answers === 'object' && answers !== null ? (answers as Answers) : {};
  } catch {
    return {};
  }
}
