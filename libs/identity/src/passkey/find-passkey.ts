import type { Tx } from '#lib/platform';
import type { Audience } from '../audience.js';
import { Passkey } from './passkey.entity.js';

/** The key an assertion is checked against, and whose it is: somebody's, somebody's once, or nobody's. */
export type FoundPasskey =
  | { is: 'known'; passkey: Passkey; publicKey: Buffer }
  | { is: 'removed' | 'unknown'; publicKey: Buffer };

/**
 * A P-256 key whose private half was thrown away. An assertion of an unknown passkey is checked against it, so that
 * it is refused after as much work as a wrong signature of a known one: the time tells nothing either.
 */
const nobodysKey = Buffer.from(
  'a501020326200121582078bb78a8b3050009f9c7806e18c6f142e617694821535c553407f2dc0b4c8e4f225820dccf0a9cfe01eab4677d16984b4c10f53f158d5934cef5a378a19965d3f338f4',
  'hex',
);

/**
 * Looks a credential id up among the passkeys of an audience, and those that were removed from it: in one statement,
 * so that it takes as long whatever is found.
 */
export async function findPasskey(tx: Tx, audience: Audience, id: string): Promise<FoundPasskey> {
  const columns = tx.connection
    .getMetadata(Passkey)
    .columns.map(({ databaseName, propertyName }) => `passkey.${databaseName} AS "${propertyName}"`);
  const rows: (Passkey & { removedKey: Buffer | null })[] = await tx.query(
    `SELECT ${columns.join(', ')}, removed.public_key AS "removedKey"
       FROM (SELECT $1::text AS audience, $2::bytea AS credential_id) AS asked
       LEFT JOIN identity.passkey USING (audience, credential_id)
       LEFT JOIN identity.removed_passkey AS removed USING (audience, credential_id)`,
    [audience, Buffer.from(id, 'base64url')],
  );
  const { removedKey = null, ...passkey } = rows[0] ?? ({} as Partial<(typeof rows)[0]>);
  if (passkey.id) return { is: 'known', passkey: passkey as Passkey, publicKey: passkey.publicKey as Buffer };
  return removedKey ? { is: 'removed', publicKey: removedKey } : { is: 'unknown', publicKey: nobodysKey };
}
