import { knownOfficer, noteKnownOfficer } from '#lib/organisations';
import { newId, type Platform, type Tx } from '#lib/platform';

const alone = { idNumber: '001085990001', household: [] as string[] };

/** Notes who an officer is: somebody who is none of the cast and lives alone, unless told otherwise. */
export function noteAsPerson(
  tx: Tx,
  { config }: Platform,
  officerId: string,
  numbers = alone,
): Promise<void> {
  return noteKnownOfficer(tx, config.secrets, { officerId, at: new Date('2020-01-01T00:00:00Z') }, numbers);
}

/** An officer who acts and holds no role: what they may is told with the act. */
export async function actingOfficer(tx: Tx, platform: Platform, name: string) {
  const { id } = await knownOfficer(tx, { staffNumber: newId(), fullName: name });
  await noteAsPerson(tx, platform, id);
  return { kind: 'officer' as const, id, name };
}
