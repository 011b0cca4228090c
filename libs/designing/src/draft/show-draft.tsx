import { officerNames } from '#lib/organisations';
import type { Platform } from '#lib/platform';
import type { PageContext } from '#lib/web';
import { checkText } from '../checking/check-text.js';
import { pictureOf } from '../writing/look.js';
import { DraftPage } from './draft-page.js';
import type { DraftNow } from './read-draft.js';

/** The page of a draft revision, with what is found wrong in it now. */
export async function showDraft(platform: Platform, context: PageContext, now: DraftNow) {
  const { manager } = platform.database;
  const { saved, draft, proposal } = now;
  const checked = await checkText(manager, saved.text, draft.code, platform.clock.now());
  const names = await officerNames(manager, [saved.savedBy, proposal?.proposedBy ?? saved.savedBy]);
  const { definition } = checked;
  const picture = definition && (await pictureOf(definition.workflow, context.language));
  return <DraftPage {...{ context, now, checked, picture, names }} />;
}
