import type { Tx } from '#lib/platform';

/** Whose matter something can be, of people with these blind indexes: their accounts, and the mandates over them. */
export async function concernedBy(
  tx: Tx,
  indexes: string[],
): Promise<{ people: string[]; mandates: string[] }> {
  const [row]: { people: string[]; mandates: string[] }[] = await tx.query(
    `SELECT ARRAY(SELECT id FROM identity.person WHERE id_number_index = ANY($1)) AS people,
            ARRAY(SELECT id FROM identity.mandate WHERE represented_index = ANY($1)) AS mandates`,
    [indexes],
  );
  return row ?? { people: [], mandates: [] };
}
