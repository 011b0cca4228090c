import type { Tx } from '#lib/platform';
import type { Withdrawal } from '../withdrawal/withdrawal.entity.js';
import { withdrawalOf } from '../withdrawal/refuse-what-is-not-filed.js';
import { Revision } from './revision.entity.js';

/** What has become of a revision that something was started on. */
export interface RevisionStanding {
  /** The procedure takes no applications any more, or will not from an instant on. */
  withdrawal: Withdrawal | undefined;
  /** Another revision is in force; until when may be filed under this one. */
  filableUntil: Date | null;
  /** Whether an application can be filed under it now. */
  filable: boolean;
}

/** What has become of a revision, as was last published. */
export async function standingOf(tx: Tx, revisionId: string, now: Date): Promise<RevisionStanding> {
  const { code, ...revision } = await tx.getRepository(Revision).findOneByOrFail({ id: revisionId });
  const withdrawal = await withdrawalOf(tx, code);
  // What follows it may be published already and not be in force yet.
  const followed = revision.inForceUntil !== null && revision.inForceUntil <= now;
  const filableUntil = followed ? revision.filableUntil : null;
  const withdrawn = withdrawal !== undefined && withdrawal.effectiveAt <= now;
  return { withdrawal, filableUntil, filable: !withdrawn && (!filableUntil || filableUntil > now) };
}
