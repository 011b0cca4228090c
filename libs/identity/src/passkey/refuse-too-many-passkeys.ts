import { Refusal, type Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { Passkey } from './passkey.entity.js';

/** How many passkeys somebody has at the most: all devices of a household, and requests that stay short (assumption). */
export const mostPasskeys = 20;

/** Refuses 'too-many-passkeys' (409) who has as many as anybody may have. */
export async function refuseTooManyPasskeys(tx: Tx, audience: Audience, ownerId: string): Promise<void> {
  const held = await tx.getRepository(Passkey).countBy({ audience, ownerId });
  if (held >= mostPasskeys) throw new Refusal('too-many-passkeys', 409, { most: mostPasskeys });
}
