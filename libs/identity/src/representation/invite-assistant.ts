import { blindIndex, newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { lockWhoIsAsked } from '../asked-before/lock-who-is-asked.js';
import { personalDetails } from '../person/personal-details.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { freshBy } from '../step-up/freshness.js';
import { Mandate } from './mandate.entity.js';
import { sealRepresented } from './represented.js';
import { tellInvited } from './tell-invited.js';

/** Days that a citizen can let somebody help for. */
export const assistanceDays = [7, 30, 90] as const;

export interface Invitation {
  /** Of whoever is to help. */
  idNumber: string;
  days: number;
}

/**
 * Lets a member of the community digital team prepare applications for a citizen, once they accept. The helper is named
 * by their ID number, and the answer is the same whether anybody here has it: nobody learns who has an account.
 * Refuses oneself ('cannot-assist-oneself', 409).
 */
export async function inviteAssistant(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { id: citizenId, vouchedLevel }: Pick<Principal, 'id' | 'vouchedLevel'>,
  { idNumber, days }: Invitation,
): Promise<void> {
  const citizen = await personalDetails(tx, platform, citizenId);
  if (citizen.idNumber === idNumber) throw new Refusal('cannot-assist-oneself', 409);
  const known = await register.findPerson(citizen.idNumber, 'representation');
  if (!known) throw new Refusal('register-unavailable', 503);
  const now = platform.clock.now();
  const id = newId();
  const row = {
    id,
    kind: 'assistant' as const,
    ...sealRepresented(platform, id, known),
    representativeId: null,
    invitedIndex: blindIndex(platform.config.secrets.blindIndexKey, idNumber),
    scopes: 'all' as const,
    validFrom: now,
    validUntil: new Date(now.getTime() + days * 24 * 3_600_000),
    grantedHow: 'represented' as const,
    evidence: { by: citizenId, fresh: freshBy(vouchedLevel) },
    grantedAt: now,
  };
  await lockWhoIsAsked(tx, row.invitedIndex);
  await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
  const helper = await personWithIdNumber(tx, platform, idNumber);
  if (helper) await tellInvited(tx, helper, { id, name: citizen.fullName, at: now });
}
