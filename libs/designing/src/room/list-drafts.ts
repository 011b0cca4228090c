import type { Tx } from '#lib/platform';

/** A draft revision that is being worked on, and how far that is. */
export interface DraftLine {
  id: string;
  code: string;
  title: string;
  savedAt: Date;
  /** Officer id of whoever saved last. */
  savedBy: string;
  /** It waits for a second designer, and who proposed it. */
  proposedBy: string | null;
}

/** The draft revisions that are being worked on: what waits for a decision first, then the one saved last. */
export async function listDrafts(tx: Tx): Promise<DraftLine[]> {
  return tx.query(
    `SELECT draft.id, code, title, saved_at AS "savedAt", saved_by AS "savedBy", proposed_by AS "proposedBy"
       FROM designing.draft_revision AS draft
       JOIN designing.saved_text AS saved ON saved.draft_id = draft.id AND saved.version = draft.version
       LEFT JOIN designing.proposal ON proposal.draft_id = draft.id AND proposal.outcome IS NULL
      WHERE ended_at IS NULL ORDER BY proposal.id IS NULL, saved_at DESC LIMIT 200`,
  );
}
