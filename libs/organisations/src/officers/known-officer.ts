import { newId, type Tx } from '#lib/platform';
import { Officer } from './officer.entity.js';

/** The officer with this staff number, made known now if new; one who is known keeps their name. */
export async function knownOfficer(
  tx: Tx,
  { staffNumber, fullName }: Pick<Officer, 'staffNumber' | 'fullName'>,
): Promise<Officer> {
  const officers = tx.getRepository(Officer);
  await officers
    .createQueryBuilder()
    .insert()
    .values({ id: newId(), staffNumber, fullName })
    .orIgnore()
    .execute();
  return officers.findOneByOrFail({ staffNumber });
}
