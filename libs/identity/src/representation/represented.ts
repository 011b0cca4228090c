import { blindIndex, type Platform, seal, unseal } from '#lib/platform';

/** Somebody who is acted for, as the population register has them; they need no account. */
export interface RepresentedPerson {
  idNumber: string;
  fullName: string;
  /** YYYY-MM-DD. */
  birthDate: string;
  /** ISO 3166-1 alpha-2. */
  nationality: string;
}

/** The columns of a mandate that say who is represented. */
export function sealRepresented(platform: Platform, mandateId: string, person: RepresentedPerson) {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  const { idNumber, fullName, birthDate, nationality } = person;
  return {
    representedSealed: seal(
      encryptionKey,
      `mandate:represented:${mandateId}`,
      JSON.stringify({ idNumber, fullName, birthDate, nationality }),
    ),
    representedIndex: blindIndex(blindIndexKey, idNumber),
  };
}

export function openRepresented(platform: Platform, mandateId: string, sealed: string): RepresentedPerson {
  const text = unseal(platform.config.secrets.encryptionKey, `mandate:represented:${mandateId}`, sealed);
  return JSON.parse(text) as RepresentedPerson;
}
