import { blindIndex, type Tx } from '#lib/platform';

/** Who an officer is as a person and who else lives with them, by numbers of 12 digits. */
export interface OfficerNumbers {
  idNumber: string;
  household: string[];
}

/** The same by blind indexes; `household` in order, each once, without the officer. */
export interface IndexedNumbers {
  own: string;
  household: string[];
}

export function indexNumbers(blindIndexKey: Buffer, { idNumber, household }: OfficerNumbers): IndexedNumbers {
  const own = blindIndex(blindIndexKey, idNumber);
  const others = new Set(household.map((each) => blindIndex(blindIndexKey, each)));
  others.delete(own);
  return { own, household: [...others].toSorted() };
}

/** Keeps who an officer is and who lives with them, in place of what stood. */
export async function keepIdentity(
  tx: Tx,
  officerId: string,
  { own, household }: IndexedNumbers,
): Promise<void> {
  await tx.query('DELETE FROM organisations.officer_identity WHERE officer_id = $1', [officerId]);
  await tx.query(
    `INSERT INTO organisations.officer_identity (officer_id, id_number_index, own)
      SELECT $1::uuid, index, index = $2 FROM unnest($3::text[]) AS index`,
    [officerId, own, [own, ...household]],
  );
}

/** The blind index of an officer's own ID number; undefined where nobody noted it. */
export async function officerIdentityIndex(tx: Tx, officerId: string): Promise<string | undefined> {
  const rows: { index: string }[] = await tx.query(
    'SELECT id_number_index AS index FROM organisations.officer_identity WHERE officer_id = $1 AND own',
    [officerId],
  );
  return rows[0]?.index;
}

/** Whether the person with this blind index is the officer or was noted as living with them. */
export async function isOwnOrHousehold(tx: Tx, officerId: string, idNumberIndex: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM organisations.officer_identity WHERE officer_id = $1 AND id_number_index = $2',
    [officerId, idNumberIndex],
  );
  return rows.length > 0;
}

/** `isOwnOrHousehold` as a condition of a statement. */
export function isOwnOrHouseholdSql(officerId: string, idNumberIndex: string): string {
  return `EXISTS (SELECT FROM organisations.officer_identity AS known
            WHERE known.officer_id = ${officerId} AND known.id_number_index = ${idNumberIndex})`;
}

/** The officers who are one of these persons, by blind index, or were noted as living with one. */
export async function officersConcerned(tx: Tx, idNumberIndexes: string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    'SELECT DISTINCT officer_id AS id FROM organisations.officer_identity WHERE id_number_index = ANY($1)',
    [idNumberIndexes],
  );
  return new Set(rows.map(({ id }) => id));
}
