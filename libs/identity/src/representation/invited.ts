import { blindIndex, type Platform, seal, unseal } from '#lib/platform';
import { nameKey } from '../sign-up/match-register.js';

/** Somebody who is asked to act, as whoever asks them knows them. */
export interface Invited {
  idNumber: string;
  fullName: string;
}

/** The columns of a mandate that say who was asked. */
export function sealInvited(platform: Platform, mandateId: string, invited: Invited) {
  const { encryptionKey, blindIndexKey } = platform.config.secrets;
  return {
    invitedIndex: blindIndex(blindIndexKey, invited.idNumber),
    invitedSealed: seal(encryptionKey, `mandate:invited:${mandateId}`, JSON.stringify(invited)),
  };
}

/** Who was asked; undefined where they were named by their number alone. */
export function openInvited(
  platform: Platform,
  { id, invitedSealed }: { id: string; invitedSealed: string | null },
): Invited | undefined {
  if (!invitedSealed) return undefined;
  const { encryptionKey } = platform.config.secrets;
  return JSON.parse(unseal(encryptionKey, `mandate:invited:${id}`, invitedSealed)) as Invited;
}

/** Whether two full names are one, however they are typed. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}
