import { blindIndex, type Config, seal, type Tx } from '#lib/platform';

/** Who an officer is as a person and who else lives with them, by numbers of 12 digits. */
export interface OfficerNumbers {
  idNumber: string;
  household: string[];
}

/** The same as it is kept: blind indexes, `household` in order, each once, without the officer. */
export interface IndexedNumbers {
  own: string;
  household: string[];
}

export type IdentitySecrets = Pick<Config['secrets'], 'blindIndexKey' | 'encryptionKey'>;

export function indexNumbers(blindIndexKey: Buffer, { idNumber, household }: OfficerNumbers): IndexedNumbers {
  const own = blindIndex(blindIndexKey, idNumber);
  const others = new Set(household.map((each) => blindIndex(blindIndexKey, each)));
  others.delete(own);
  return { own, household: [...others].toSorted() };
}

/**
 * Keeps who an officer is and who lives with them, in place of what stood. The register is asked next
 * (`relayLookups`): until it has answered, the officer is nobody known (`isKnownPersonSql`). Returns how many others live there.
 */
export async function keepIdentity(
  tx: Tx,
  { encryptionKey, blindIndexKey }: IdentitySecrets,
  officerId: string,
  numbers: OfficerNumbers,
): Promise<number> {
  const { own, household } = indexNumbers(blindIndexKey, numbers);
  for (const table of ['officer_identity', 'officer_lookup'])
    await tx.query(`DELETE FROM organisations.${table} WHERE officer_id = $1`, [officerId]);
  await tx.query(
    `INSERT INTO organisations.officer_identity (officer_id, id_number_index, own)
      SELECT $1::uuid, index, index = $2 FROM unnest($3::text[]) AS index`,
    [officerId, own, [own, ...household]],
  );
  await tx.query('INSERT INTO organisations.officer_lookup (officer_id, number_sealed) VALUES ($1, $2)', [
    officerId,
    seal(encryptionKey, numberPlace(officerId), numbers.idNumber),
  ]);
  return household.length;
}

export const numberPlace = (officerId: string) => `officer:id-number:${officerId}` as const;

/** The blind index of an officer's own ID number; undefined where nobody noted it. */
export async function officerIdentityIndex(tx: Tx, officerId: string): Promise<string | undefined> {
  const rows: { index: string }[] = await tx.query(
    'SELECT id_number_index AS index FROM organisations.officer_identity WHERE officer_id = $1 AND own',
    [officerId],
  );
  return rows[0]?.index;
}

/** Whether the person with this blind index is the officer or lives with them, as noted or as the register says. */
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

/** As a condition of a statement: it is noted who the officer is as a person, and the register knows whom they live with. */
export function isKnownPersonSql(officerId: string): string {
  return `EXISTS (SELECT FROM organisations.officer_lookup WHERE officer_lookup.officer_id = ${officerId} AND known)`;
}

/** `isKnownPersonSql` of one officer. */
export async function isKnownPerson(tx: Tx, officerId: string): Promise<boolean> {
  const [row]: { known: boolean }[] = await tx.query(`SELECT ${isKnownPersonSql('$1')} AS known`, [
    officerId,
  ]);
  return row?.known ?? false;
}

/** Of these officers, those who may handle a matter of these persons (blind indexes): known, and neither one of them nor living with one. */
export async function officersUnconcerned(
  tx: Tx,
  officerIds: string[],
  idNumberIndexes: string[],
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM unnest($1::uuid[]) AS id WHERE ${isKnownPersonSql('id')}
        AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS index WHERE ${isOwnOrHouseholdSql('id', 'index')})`,
    [officerIds, idNumberIndexes],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The blind indexes of whoever holds a role at one of these agencies, and of those they live with. */
export async function indexesCloseToOfficers(tx: Tx, agencyIds: string[]): Promise<string[]> {
  const rows: { index: string }[] = await tx.query(
    `SELECT DISTINCT id_number_index AS index FROM organisations.officer_role
       JOIN organisations.officer_identity USING (officer_id) WHERE agency_id = ANY($1)`,
    [agencyIds],
  );
  return rows.map(({ index }) => index);
}
