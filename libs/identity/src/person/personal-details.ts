import { type Platform, type Tx, unseal } from '#lib/platform';
import { Person } from './person.entity.js';

/** A person with what lies sealed in the row opened. Handle with care: the ID number is whole. */
export interface PersonalDetails {
  id: string;
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  sex: 'male' | 'female';
  /** Ten digits, as the register had it at sign-up. */
  phone: string | undefined;
  assurance: 0 | 1 | 2;
}

/** Who a citizen is, for their own eyes and for asking the registers about them. A fault for an unknown id. */
export async function personalDetails(tx: Tx, platform: Platform, id: string): Promise<PersonalDetails> {
  const person = await tx.getRepository(Person).findOneByOrFail({ id });
  const { encryptionKey } = platform.config.secrets;
  const { fullName, birthDate, sex, assurance, idNumberSealed, phoneSealed } = person;
  return {
    id,
    idNumber: unseal(encryptionKey, `person:id-number:${id}`, idNumberSealed),
    fullName,
    birthDate,
    sex,
    phone: phoneSealed === null ? undefined : unseal(encryptionKey, `person:phone:${id}`, phoneSealed),
    assurance,
  };
}
