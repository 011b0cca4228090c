import {
  type Answers,
  checkPage,
  type FieldDefinition,
  type FieldError,
  inputsOf,
  mergePage,
  type PageDefinition,
  pageOf,
  readPage,
  type Typed,
  visibleAnswers,
  visibleFields,
} from '#lib/forms';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { dropOutdated } from '../prefill/drop-outdated.js';
import { fixedFields } from './fixed-fields.js';
import { formContext } from './form-context.js';
import { type OpenDraft, openDraft } from './open-draft.js';
import { inputsShown, pageState, sameAnswers } from './page-state.js';
import { writeDraft } from './write-draft.js';

/** A page as a browser sent it. */
export interface PostedPage {
  draftId: string;
  pageId: string;
  /** The inputs; anything at all may stand in it. */
  body: unknown;
  /** The `pageState` that the page was shown with. */
  seen: string;
}

export type SavedPage = {
  page: PageDefinition;
  /** The draft as it stands now. */
  opened: OpenDraft;
} & (
  | { outcome: 'saved' }
  /** Saved, and something must be mended before the page is done. */
  | { outcome: 'wrong'; errors: FieldError[] }
  /** Saved, and what was answered asks more on the same page. */
  | { outcome: 'asks-more' }
  /** Not saved: somebody saved something else meanwhile, and the citizen must choose. */
  | { outcome: 'conflict'; posted: { typed: Typed; answers: Answers } }
);

/**
 * Saves a page. What could be read is saved even if something else on the page is wrong, and so is what was typed and
 * could not be read. Only what another tab saved meanwhile is never overwritten, nor who the applicant is.
 * Refuses like `openDraft`, and a page the form does not have (`not-found`, 404). To be called in a transaction.
 */
export async function savePage(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  { draftId, pageId, body, seen }: PostedPage,
): Promise<SavedPage> {
  const opened = await openDraft(tx, platform, principal, draftId, { lock: true });
  const { form, content, draft } = opened;
  const page = pageOf(form, pageId);
  if (!page) throw new Refusal('not-found', 404);

  const fixed = fixedFields(platform, opened, page);
  const posted = readPage({ ...page, fields: page.fields.filter((field) => !fixed.includes(field)) }, body);
  const merged = mergePage(page, content.answers, posted);
  // What does not say what it saw has seen nothing, as is true of a page where nothing stands yet.
  const blank = Object.keys(inputsShown(page, content)).length === 0;
  const foreign = seen === '' ? !blank : seen !== pageState(page, content);
  if (foreign && !sameAnswers(page, merged, content.answers))
    return { outcome: 'conflict', page, opened, posted: { typed: posted.typed, answers: merged } };

  const { answers, sources, reopened } = dropOutdated(
    form,
    content.answers,
    merged,
    draft.sources,
    content.known,
  );
  const errors = checkPage(form, page, answers, formContext(platform));
  const typed = { ...content.typed };
  const kept = typedAside(page, errors, visibleFields(page, visibleAnswers(form, answers)), posted.typed);
  if (Object.keys(kept).length > 0) typed[page.id] = kept;
  else delete typed[page.id];
  const done = content.done.filter((id) => id !== page.id && !reopened.includes(id));
  if (errors.length === 0) done.push(page.id);

  const written = await writeDraft(tx, platform, opened, {
    content: { ...content, answers, typed, done },
    sources,
    saved: true,
  });
  if (errors.length === 0) return { outcome: 'saved', page, opened: written };
  const before = visibleFields(page, visibleAnswers(form, content.answers));
  return errors.every(({ field }) => isNew(field, page, before, posted.typed))
    ? { outcome: 'asks-more', page, opened: written }
    : { outcome: 'wrong', page, opened: written, errors };
}

/** What was typed into the fields that are wrong, or that are not asked now and so were not looked at. */
export function typedAside(
  page: PageDefinition,
  errors: FieldError[],
  visible: FieldDefinition[],
  typed: Typed,
): Typed {
  const wrong = new Set(errors.map(({ field }) => field));
  const kept: Typed = {};
  for (const field of page.fields)
    for (const input of wrong.has(field.id) || !visible.includes(field) ? inputsOf(field) : []) {
      const value = typed[input];
      if (typeof value === 'string' && value !== '') kept[input] = value.replace(/\p{Cs}/gu, '\uFFFD');
      else if (value === '' && wrong.has(field.id)) kept[input] = '';
    }
  return kept;
}

/** Whether a field only became visible by what was posted with it: it was neither there before nor sent. */
function isNew(fieldId: string, page: PageDefinition, before: FieldDefinition[], typed: Typed): boolean {
  const field = page.fields.find(({ id }) => id === fieldId);
  if (!field || before.includes(field)) return false;
  return inputsOf(field).every((input) => typed[input] === undefined);
}
