import type { Tx } from '#lib/platform';
import type { HowSaved } from './saved-text.entity.js';

/** One thing that was done to a draft revision. */
export interface DraftEvent {
  what: HowSaved | 'proposed' | 'approved' | 'returned' | 'withdrawn';
  /** Of the text it is about. */
  version: number;
  at: Date;
  /** Officer id. */
  by: string;
  /** What was given as a reason. */
  reason: string | null;
}

/** What was done to a draft revision, the latest first. */
export async function historyOf(tx: Tx, draftId: string): Promise<DraftEvent[]> {
  return tx.query(
    `SELECT how AS what, version, saved_at AS at, saved_by AS by, NULL AS reason
       FROM designing.saved_text WHERE draft_id = $1
     UNION ALL SELECT 'proposed', version, proposed_at, proposed_by, reason
       FROM designing.proposal WHERE draft_id = $1
     UNION ALL SELECT outcome, version, decided_at, decided_by, decision_reason
       FROM designing.proposal WHERE draft_id = $1 AND outcome IS NOT NULL
     ORDER BY at DESC, version DESC LIMIT 500`,
    [draftId],
  );
}
