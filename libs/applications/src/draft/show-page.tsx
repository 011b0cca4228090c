import { attachmentsOf } from '#lib/documents';
import { areOfOneSection, type FieldError, hasTaskList, type PageDefinition, previousPage } from '#lib/forms';
import type { Platform } from '#lib/platform';
import type { PageContext } from '#lib/web';
import { papersOf } from '../paper/paper-field.js';
import { standingOfDraft } from '../revision/standing-of-draft.js';
import { beforeDraft } from './before-draft.js';
import { fixedFields } from './fixed-fields.js';
import { moment } from './moment.js';
import type { OpenDraft } from './open-draft.js';
import { type ReturnTo, sectionsAddress } from './page-address.js';
import { QuestionPage } from './question-page.js';
import { checkDraft } from './read-draft.js';
import { texts } from './texts.js';
import { unfinishedPage } from './unfinished-page.js';

interface Shown {
  context: PageContext;
  opened: OpenDraft;
  page: PageDefinition;
  returnTo: ReturnTo;
  errors: FieldError[];
  registerAway: boolean;
  /** A file that was refused, in words. */
  paperError?: { field: string; text: string } | undefined;
}

/** A page of the form as it stands, with its papers and the way back. */
export async function showPage(platform: Platform, shown: Shown) {
  const { opened, page, context, returnTo } = shown;
  const { draft, content } = opened;
  const { language } = context;
  const stored = page.fields.some(({ type }) => type === 'file')
    ? await attachmentsOf(platform.database.manager, platform, draft.id)
    : [];
  const papers = page.fields
    .flatMap(({ id }) => papersOf(content.answers, id))
    .map((paper) => ({ ...paper, receivedAt: stored.find(({ id }) => id === paper.attachment)?.createdAt }));
  return (
    <QuestionPage
      {...shown}
      standing={await standingOfDraft(platform, opened)}
      back={backFrom(platform, opened, page, returnTo, language)}
      papers={papers}
      fixed={fixedFields(platform, opened, page)}
      when={(instant) => moment(platform, language, instant)}
    />
  );
}

function backFrom(
  platform: Platform,
  opened: OpenDraft,
  page: PageDefinition,
  returnTo: ReturnTo,
  language: PageContext['language'],
) {
  const { draft, form, content } = opened;
  const t = texts(language);
  if (returnTo === 'check' && !unfinishedPage(checkDraft(platform, opened)))
    return { href: `/drafts/${draft.id}/check`, text: t('back-check') };
  const previous = previousPage(form, content.answers, page.id);
  if (hasTaskList(form) && !(previous && areOfOneSection(form, previous, page)))
    return { href: sectionsAddress(draft.id), text: t('back-sections') };
  return previous ? { href: `/drafts/${draft.id}/pages/${previous.id}` } : beforeDraft(opened, language);
}
