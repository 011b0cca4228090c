import { places } from '#lib/organisations';
import { legalDate, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Sources } from '../prefill/source.js';
import { Draft } from './draft.entity.js';
import { type DraftContent, sealContent } from './draft-content.js';
import type { OpenDraft } from './open-draft.js';

/**
 * Writes what changed and returns the draft as it stands now. `saved` says that the citizen saved, not we.
 * Refuses a draft that somebody else wrote to since it was opened (`draft-changed`, 409).
 */
export async function writeDraft(
  tx: Tx,
  platform: Platform,
  opened: OpenDraft,
  change: { content: DraftContent; sources: Sources; saved: boolean },
): Promise<OpenDraft> {
  const { draft } = opened;
  const columns = {
    version: draft.version + 1,
    answersSealed: sealContent(platform, draft.id, change.content),
    sources: change.sources,
    // Addresses were brought to the places of today when the draft was opened: what is written now is of now.
    savedAt:
      change.saved || !places.areThoseOf(legalDate(draft.savedAt))
        ? savedNow(platform, draft)
        : draft.savedAt,
  };
  const { affected } = await tx
    .getRepository(Draft)
    .update({ id: draft.id, version: draft.version }, columns);
  if (affected !== 1) throw new Refusal('draft-changed', 409);
  return { ...opened, draft: { ...draft, ...columns }, content: change.content };
}

/** Always later than the start: that is how a draft nobody saved to is told. */
function savedNow(platform: Platform, { createdAt }: Draft): Date {
  return new Date(Math.max(platform.clock.now().getTime(), createdAt.getTime() + 1));
}
