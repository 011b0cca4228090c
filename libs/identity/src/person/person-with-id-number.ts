import { blindIndex, type Platform, type Tx } from '#lib/platform';

/** The id of the person with this ID number, by the blind index; undefined where nobody here has it. */
export async function personWithIdNumber(
  tx: Tx,
  platform: Platform,
  idNumber: string,
): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query('SELECT id FROM identity.person WHERE id_number_index = $1', [
    blindIndex(platform.config.secrets.blindIndexKey, idNumber),
  ]);
  return rows[0]?.id;
}
