import { revisionInForce, type RevisionStanding, standingOf } from '#lib/catalogue';
import { type Platform, Refusal } from '#lib/platform';
import type { OpenDraft } from '../draft/open-draft.js';

/**
 * What has become of the revision a draft follows; undefined for the answer to a request for supplements and for what is about
 * an application, which follow that. A newer definition is published when it is first asked for, which this does.
 */
export async function standingOfDraft(
  { database, clock }: Platform,
  { draft, about }: Pick<OpenDraft, 'draft' | 'about'>,
): Promise<RevisionStanding | undefined> {
  if (draft.supplements || about) return undefined;
  const now = clock.now();
  await revisionInForce(database.manager, draft.code, now).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  return standingOf(database.manager, draft.revisionId, now);
}
