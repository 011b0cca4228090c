import { newId, type Tx } from '#lib/platform';
import { AccessEvent } from './access-event.entity.js';

/** What was seen, as it is recorded. */
type Seldom = 'actorRoles' | 'relyingParty' | 'scopes' | 'subjectIndex';
export type Access = Omit<AccessEvent, 'id' | Seldom> & Partial<Pick<AccessEvent, Seldom>>;

/**
 * Records that personal data was seen: any number of accesses in one statement, none for none. Give the transaction
 * that reads the data: if the record cannot be written, the read fails with it, and nothing is shown.
 */
export async function recordAccess(tx: Tx, accesses: Access[]): Promise<void> {
  if (accesses.length === 0) return;
  const rows = accesses.map((access) => ({
    actorRoles: [],
    relyingParty: null,
    scopes: [],
    subjectIndex: null,
    ...access,
    id: newId(),
  }));
  await tx.createQueryBuilder().insert().into(AccessEvent).values(rows).updateEntity(false).execute();
}
