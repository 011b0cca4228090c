import type { Tx } from '#lib/platform';
import { Passkey } from './passkey.entity.js';

/** Keeps what an assertion said of a passkey, as `checkAssertion` returns it. */
export async function noteUse(tx: Tx, { id, signCount, backedUp, lastUsedAt }: Passkey): Promise<void> {
  await tx.getRepository(Passkey).update(id, { signCount, backedUp, lastUsedAt });
}
