import { newId, type Platform, type Tx } from '#lib/platform';
import { IsNull } from 'typeorm';
import { Mandate } from '../representation/mandate.entity.js';
import { Organisation } from '../representation/organisation.entity.js';
import type { RegisteredOrganisation } from './ask-register.js';
import { tellPerson } from './tell-person.js';

/**
 * Binds the account of an organisation to a legal representative, who may act for it from now on. An account that was
 * somebody else's is taken over, and every mandate under it ends: each was confirmed by somebody's own passkey, and
 * whoever answers for the organisation now has to confirm anew whom they trust. Returns the id of the organisation.
 * To be called with the organisation locked.
 */
export async function openAccount(
  tx: Tx,
  platform: Platform,
  said: RegisteredOrganisation,
  personId: string,
): Promise<string> {
  const now = platform.clock.now();
  const { taxCode, name } = said;
  const evidence = { register: 'business', readAt: now.toISOString() };
  const bound = {
    name,
    legalRepresentativeId: personId,
    evidence,
    checkedAt: now,
    lapsedAt: null,
    lapsedBecause: null,
    closedAt: null,
  };
  const organisations = tx.getRepository(Organisation);
  const there = await organisations.findOneBy({ taxCode });
  const id = there?.id ?? newId();
  if (there) await organisations.update({ id }, bound);
  else await organisations.insert({ id, taxCode, openedAt: now, ...bound });
  if (there && there.legalRepresentativeId === personId && !there.closedAt) return id;
  if (there) await endFormer(tx, platform, there, now);
  const mandate = {
    id: newId(),
    kind: 'legal-representative' as const,
    organisationId: id,
    representativeId: personId,
    scopes: 'all' as const,
    validFrom: now,
    grantedHow: 'business-register' as const,
    evidence,
    grantedAt: now,
  };
  await tx.createQueryBuilder().insert().into(Mandate).values(mandate).updateEntity(false).execute();
  await tellPerson(tx, platform, personId, {
    what: 'noticeOpened',
    organisation: name,
    href: `/account/organisations/${id}`,
  });
  return id;
}

async function endFormer(tx: Tx, platform: Platform, { id, name }: Organisation, endedAt: Date) {
  const mandates = tx.getRepository(Mandate);
  const standing = { organisationId: id, endedAt: IsNull() };
  const ended = await mandates.findBy(standing);
  await mandates.update(standing, { endedAt });
  for (const { kind, representativeId } of ended)
    if (representativeId)
      await tellPerson(tx, platform, representativeId, {
        what: kind === 'employee' ? 'noticeEmployeeEnded' : 'noticeTakenOver',
        organisation: name,
      });
}
