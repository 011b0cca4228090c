import { officerNames } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import type { PageContext } from '#lib/web';
import { checkText } from '../checking/check-text.js';
import { DraftPage } from './draft-page.js';
import type { DraftNow } from './read-draft.js';

/** The page of a draft revision, with what is found wrong in it now. */
export async function showDraft(platform: Platform, context: PageContext, now: DraftNow) {
  const { manager } = platform.database;
  const { saved, draft, proposal } = now;
  const checked = await checkText(manager, saved.text, draft.code, platform.clock.now());
  const names = await officerNames(manager, [saved.savedBy, proposal?.proposedBy ?? saved.savedBy]);
  return <DraftPage {...{ context, now, checked, names }} />;
}
