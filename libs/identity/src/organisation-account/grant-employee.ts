import { newId, type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import type { BusinessRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { IsNull, MoreThan } from 'typeorm';
import { refuseWhileHeld } from '../assurance/required-assurance.js';
import { lockWhoIsAsked } from '../asked-before/lock-who-is-asked.js';
import { personalDetails } from '../person/personal-details.js';
import { namesOf } from '../person/names-of.js';
import { personWithIdNumber } from '../person/person-with-id-number.js';
import { type Invited, openInvited, sameName, sealInvited } from '../representation/invited.js';
import { Mandate } from '../representation/mandate.entity.js';
import type { Scopes } from '../representation/mandate-rules.js';
import { ownOrganisation } from './own-organisation.js';
import { freshBy } from '../step-up/freshness.js';
import { tellPerson } from './tell-person.js';

/** Days that an employee can be let act for: a year at most, then somebody has to think of it again. */
export const employeeDays = [30, 90, 180, 365] as const;

export interface EmployeeGrant {
  invited: Invited;
  scopes: Scopes;
  days: number;
}

/**
 * Lets an employee act for an organisation once they accept, by the legal representative its account is bound to. The
 * answer is the same whether anybody here has the number, or has it under another name: nobody learns who has an
 * account. Refuses like `ownOrganisation`, a representative below level 2 ('organisation-needs-level-2', 409) or held
 * after a recovery ('level-2-held', 403),
 * oneself ('cannot-employ-oneself', 409), and the same person again while what was granted stands
 * ('employee-asked-already', 409).
 */
export async function grantEmployee(
  platform: Platform,
  register: BusinessRegister,
  { id: personId, assurance, vouchedLevel }: Pick<Principal, 'id' | 'assurance' | 'vouchedLevel'>,
  organisationId: string,
  { invited, scopes, days }: EmployeeGrant,
): Promise<void> {
  const { name } = await ownOrganisation(platform, register, personId, organisationId);
  if (assurance < 2) throw new Refusal('organisation-needs-level-2', 409);
  await refuseWhileHeld(platform.database.manager, platform, personId, { assurance: 2 });
  const now = platform.clock.now();
  await transaction(platform.database, async (tx) => {
    const { idNumber } = await personalDetails(tx, platform, personId);
    if (idNumber === invited.idNumber) throw new Refusal('cannot-employ-oneself', 409);
    const id = newId();
    const sealed = sealInvited(platform, id, invited);
    await lockWhoIsAsked(tx, sealed.invitedIndex);
    await refuseAskedAlready(tx, platform, { organisationId, invitedIndex: sealed.invitedIndex }, invited);
    const row = {
      id,
      kind: 'employee' as const,
      organisationId,
      representativeId: null,
      ...sealed,
      scopes,
      validFrom: now,
      validUntil: new Date(now.getTime() + days * 24 * 3_600_000),
      grantedHow: 'represented' as const,
      evidence: { by: personId, fresh: freshBy(vouchedLevel) },
      grantedAt: now,
    };
    await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
    const employee = await personWithIdNumber(tx, platform, invited.idNumber);
    const own = employee && (await namesOf(tx, [employee])).get(employee);
    if (employee && own && sameName(own, invited.fullName))
      await tellPerson(tx, platform, employee, {
        what: 'noticeEmployeeAsked',
        organisation: name,
        about: id,
        href: '/account/acting',
      });
  });
}

/** Somebody of another name under the same number was somebody else, mistaken: they may be asked. */
async function refuseAskedAlready(
  tx: Tx,
  platform: Platform,
  of: { organisationId: string; invitedIndex: string },
  invited: Invited,
): Promise<void> {
  const standing = { endedAt: IsNull(), validUntil: MoreThan(platform.clock.now()) };
  for (const mandate of await tx.getRepository(Mandate).findBy({ ...of, kind: 'employee', ...standing }))
    if (sameName(openInvited(platform, mandate)?.fullName ?? '', invited.fullName))
      throw new Refusal('employee-asked-already', 409);
}
