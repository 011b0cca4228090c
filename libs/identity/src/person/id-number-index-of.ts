import type { Tx } from '#lib/platform';

/** The blind index of a person's ID number: enough to tell whether two are one person. A fault for an unknown id. */
export async function idNumberIndexOf(tx: Tx, personId: string): Promise<string> {
  const [row]: { index: string }[] = await tx.query(
    'SELECT id_number_index AS index FROM identity.person WHERE id = $1',
    [personId],
  );
  if (!row) throw new Error(`No person ${personId}`);
  return row.index;
}
