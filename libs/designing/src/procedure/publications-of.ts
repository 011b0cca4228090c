import type { Tx } from '#lib/platform';

/** How a revision was published from this room. */
export interface Publication {
  revisionId: string;
  draftId: string;
  reason: string;
  /** Officer ids. */
  proposedBy: string;
  decidedBy: string;
  decidedAt: Date;
}

/** How the revisions of a procedure that were made in this room came to be. */
export async function publicationsOf(tx: Tx, code: string): Promise<Publication[]> {
  return tx.query(
    `SELECT revision_id AS "revisionId", draft.id AS "draftId", reason, proposed_by AS "proposedBy",
            decided_by AS "decidedBy", decided_at AS "decidedAt"
       FROM designing.draft_revision AS draft
       JOIN designing.proposal ON proposal.draft_id = draft.id AND proposal.outcome = 'approved'
      WHERE code = $1`,
    [code],
  );
}
