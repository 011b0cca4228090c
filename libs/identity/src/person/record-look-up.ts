import { recordAccess } from '#lib/audit';
import type { Tx } from '#lib/platform';

/** Records that the portal itself asked a register about people who have an account; `purpose`: what for. */
export function recordLookUp(
  tx: Tx,
  personIds: string[],
  { at, purpose }: { at: Date; purpose: string },
): Promise<void> {
  const look = { at, purpose, actorKind: 'system', actorId: null, agencyId: null, caseId: null } as const;
  return recordAccess(
    tx,
    personIds.map((subjectPersonId) => ({ ...look, subjectPersonId, what: 'register-query' })),
  );
}
