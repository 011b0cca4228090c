import type { Tx } from '#lib/platform';

/** Until the transaction ends nobody else stores or removes this very content. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1::bigint)', [
    BigInt.asIntN(64, BigInt(`0x${sha256.slice(0, 16)}`)).toString(),
  ]);
}
