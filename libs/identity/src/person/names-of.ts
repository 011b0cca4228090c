import type { Tx } from '#lib/platform';

/** Full names by person id; an unknown id is left out. Who shows them to an officer records the access. */
export async function namesOf(tx: Tx, personIds: string[]): Promise<Map<string, string>> {
  const rows: { id: string; fullName: string }[] = await tx.query(
    'SELECT id, full_name AS "fullName" FROM identity.person WHERE id = ANY($1)',
    [personIds],
  );
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}
