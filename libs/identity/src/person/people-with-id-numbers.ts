import { blindIndex, type Platform, type Tx } from '#lib/platform';

/** The ids of those who have an account, of people with these ID numbers; by the blind index. */
export async function peopleWithIdNumbers(
  tx: Tx,
  { config }: Platform,
  idNumbers: string[],
): Promise<string[]> {
  if (idNumbers.length === 0) return [];
  const indexes = [...new Set(idNumbers)].map((each) => blindIndex(config.secrets.blindIndexKey, each));
  const rows: { id: string }[] = await tx.query(
    'SELECT id FROM identity.person WHERE id_number_index = ANY($1)',
    [indexes],
  );
  return rows.map(({ id }) => id);
}
