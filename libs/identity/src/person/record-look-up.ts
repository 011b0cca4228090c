import { recordAccess } from '#lib/audit';
import type { Tx } from '#lib/platform';

/** Records that the portal itself asked a register about somebody who has an account; `purpose` as the register was told. */
export function recordLookUp(
  tx: Tx,
  { personId, at, purpose }: { personId: string; at: Date; purpose: string },
): Promise<void> {
  const by = { actorKind: 'system', actorId: null, agencyId: null } as const;
  const what = 'register-query';
  return recordAccess(tx, [{ ...by, at, purpose, subjectPersonId: personId, caseId: null, what }]);
}
