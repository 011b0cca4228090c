import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { DraftRevision } from './draft-revision.entity.js';
import { type DraftNow, readDraft } from './read-draft.js';
import { type HowSaved, SavedText } from './saved-text.entity.js';
import { titleIn } from './title-in.js';

export interface TextToSave {
  draftId: string;
  /** The version that was changed. */
  version: number;
  text: string;
  how: Exclude<HowSaved, 'begun'>;
}

/** `saved` also where it said so already; `changed`: somebody else saved meanwhile, or proposed it, or it has ended. */
export type SaveOutcome = { outcome: 'saved' | 'changed'; now: DraftNow };

/**
 * Saves the text of a draft revision letter by letter, whatever it says, as its next version. What another designer did
 * meanwhile is never overwritten: then nothing is saved and both can be shown.
 */
export async function saveText(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  { draftId, version, text, how }: TextToSave,
): Promise<SaveOutcome> {
  await tx.query('SELECT FROM designing.draft_revision WHERE id = $1 FOR UPDATE', [draftId]);
  const before = await readDraft(tx, designer, draftId);
  if (before.saved.text === text) return { outcome: 'saved', now: before };
  const { draft, proposal } = before;
  if (draft.version !== version || proposal || draft.endedAt) return { outcome: 'changed', now: before };
  const next = { version: version + 1, title: titleIn(text) ?? draft.title };
  await tx.getRepository(DraftRevision).update({ id: draftId }, next);
  await tx.getRepository(SavedText).insert({
    draftId,
    version: next.version,
    text,
    how,
    savedBy: designer.id,
    savedAt: platform.clock.now(),
  });
  return { outcome: 'saved', now: await readDraft(tx, designer, draftId) };
}

/** Ends the work on a draft revision; its texts are kept. Refuses one that is proposed or has ended (`draft-revision-changed`, 409). */
export async function discardDraft(
  tx: Tx,
  platform: Platform,
  designer: Principal,
  id: string,
): Promise<void> {
  await tx.query('SELECT FROM designing.draft_revision WHERE id = $1 FOR UPDATE', [id]);
  const { draft, proposal } = await readDraft(tx, designer, id);
  if (proposal || draft.endedAt) throw new Refusal('draft-revision-changed', 409);
  const endedAt = platform.clock.now();
  await tx.getRepository(DraftRevision).update({ id }, { endedAt, outcome: 'discarded' });
}
