import { revisionInForce } from '#lib/catalogue';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Draft } from '../draft/draft.entity.js';
import { openDraft } from '../draft/open-draft.js';
import { writeDraft } from '../draft/write-draft.js';
import { carryOver } from './carry-over.js';

/**
 * Brings a draft to the revision in force; one that follows it already is left alone. Refuses the answer to a request
 * for supplements and what is about an application (`bad-request`, 400), which follow that, and whatever `openDraft` and `revisionInForce`
 * refuse. To be called in a transaction.
 */
export async function takeRevision(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  id: string,
): Promise<void> {
  const opened = await openDraft(tx, platform, principal, id, { lock: true });
  const { draft, revision, content, about } = opened;
  if (draft.supplements || about) throw new Refusal('bad-request', 400);
  const newer = await revisionInForce(tx, draft.code, platform.clock.now());
  if (newer.id === revision.id) return;
  const carried = carryOver(content, revision.definition, newer.definition);
  const sources = Object.fromEntries(
    Object.entries(draft.sources).filter(([field]) => Object.hasOwn(carried.answers, field)),
  );
  await writeDraft(tx, platform, opened, { content: carried, sources, saved: true });
  await tx.getRepository(Draft).update({ id }, { revisionId: newer.id });
}
