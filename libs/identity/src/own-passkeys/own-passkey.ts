import { Refusal, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { Passkey } from '../passkey/passkey.entity.js';

/** Somebody's passkey by its id. Refuses 'not-found' (404) an unknown one and one of somebody else alike. */
export async function ownPasskey(tx: Tx, audience: Audience, ownerId: string, id: string): Promise<Passkey> {
  const passkey = await tx.getRepository(Passkey).findOneBy({ id, ownerId, audience });
  if (!passkey) throw new Refusal('not-found', 404);
  return passkey;
}
