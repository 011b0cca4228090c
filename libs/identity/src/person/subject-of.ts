import type { Subject } from '#lib/audit';
import type { Tx } from '#lib/platform';
import { idNumberIndexOf } from './id-number-index-of.js';

/** A person as the record of accesses knows them. A fault for an unknown id. */
export async function subjectOf(tx: Tx, personId: string): Promise<Subject> {
  return { personId, index: await idNumberIndexOf(tx, personId) };
}
