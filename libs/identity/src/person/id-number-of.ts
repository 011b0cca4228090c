import { type Platform, type Tx, unseal } from '#lib/platform';
import { Person } from './person.entity.js';

/** The 12-digit ID number of a person, to ask the registers with. A fault for an unknown id. */
export async function idNumberOf(tx: Tx, platform: Platform, personId: string): Promise<string> {
  const { idNumberSealed } = await tx
    .getRepository(Person)
    .findOneOrFail({ where: { id: personId }, select: { idNumberSealed: true } });
  return unseal(platform.config.secrets.encryptionKey, `person:id-number:${personId}`, idNumberSealed);
}
