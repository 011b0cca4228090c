import type { Platform, Tx } from '#lib/platform';
import { IsNull } from 'typeorm';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { namesOf } from '../person/names-of.js';
import { openInvited, sameName } from './invited.js';
import { type OpenMandate, readMandates } from './read-mandates.js';

/**
 * Mandates that a person is asked to take on, by their ID number. Where they were named too and the name is another,
 * somebody mistook one for the other: it is not offered, and who gave it learns nothing.
 */
export async function mandatesAskedOf(tx: Tx, platform: Platform, personId: string): Promise<OpenMandate[]> {
  const asked = await readMandates(tx, platform, {
    invitedIndex: await idNumberIndexOf(tx, personId),
    representativeId: IsNull(),
  });
  const own = (await namesOf(tx, [personId])).get(personId) ?? '';
  return asked.filter((mandate) => {
    const invited = openInvited(platform, mandate);
    return !invited || sameName(invited.fullName, own);
  });
}
