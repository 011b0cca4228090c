import { newId, type Platform, Refusal, seal, transaction, type Tx } from '#lib/platform';
import type { BusinessRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { IsNull, LessThanOrEqual } from 'typeorm';
import { lockWhoIsAsked } from '../asked-before/lock-who-is-asked.js';
import { refuseWhileHeld } from '../assurance/required-assurance.js';
import { idNumberIndexOf } from '../person/id-number-index-of.js';
import { Organisation } from '../representation/organisation.entity.js';
import { askRegister, type RegisteredOrganisation } from './ask-register.js';
import { openAccount } from './open-account.js';
import { OrganisationConsent } from './organisation-consent.entity.js';
import { OrganisationRequest } from './organisation-request.entity.js';
import { tellPerson } from './tell-person.js';

/** Days that the other legal representatives have to answer. */
export const consentDays = 14;

/** What became of it: the account is there, or it waits for others. */
export type Asked = { organisation: string } | { request: string };

/**
 * Asks for the account of an organisation, or takes it over from somebody whom the business register no longer names.
 * It is bound to who asks, a legal representative at level 2; where there are others it waits until each has consented
 * (Decree 69/2024/NĐ-CP). Asked again it changes nothing.
 * Refuses an identity below level 2 ('organisation-needs-level-2', 409) or held after a recovery; and, all 409, whoever
 * the register does not name, the code unknown or not ('not-legal-representative'), a dissolved organisation
 * ('organisation-dissolved'), one whose account another representative has ('organisation-has-account') or has asked
 * for ('organisation-asked-for').
 */
export async function requestAccount(
  platform: Platform,
  register: BusinessRegister,
  { id: personId, assurance }: Pick<Principal, 'id' | 'assurance'>,
  taxCode: string,
): Promise<Asked> {
  if (assurance < 2) throw new Refusal('organisation-needs-level-2', 409);
  const { manager } = platform.database;
  await refuseWhileHeld(manager, platform, personId, { assurance: 2 });
  const own = await idNumberIndexOf(manager, personId);
  const said = await askRegister(platform, register, taxCode, personId);
  // The same answer for a code that is nobody's: the page does not tell who represents whom.
  if (!said?.representatives.has(own)) throw new Refusal('not-legal-representative', 409);
  if (!said.active) throw new Refusal('organisation-dissolved', 409);
  return transaction(platform.database, (tx) => request(tx, platform, said, { personId, own }));
}

interface Asker {
  personId: string;
  own: string;
}

async function request(
  tx: Tx,
  platform: Platform,
  said: RegisteredOrganisation,
  { personId, own }: Asker,
): Promise<Asked> {
  const { taxCode } = said;
  await lockOrganisation(tx, taxCode);
  const there = await tx.getRepository(Organisation).findOneBy({ taxCode, closedAt: IsNull() });
  if (there && there.legalRepresentativeId === personId && !there.lapsedAt) return { organisation: there.id };
  const bound = there ? await idNumberIndexOf(tx, there.legalRepresentativeId) : own;
  if (bound !== own && said.representatives.has(bound)) throw new Refusal('organisation-has-account', 409);
  const open = await openRequest(tx, platform, said);
  if (open?.requestedBy === personId) return { request: open.id };
  if (open) throw new Refusal('organisation-asked-for', 409);
  // Who held the account and is named again takes it up as it was: the others consented to them once.
  if (said.representatives.size === 1 || there?.legalRepresentativeId === personId)
    return { organisation: await openAccount(tx, platform, said, personId) };
  return { request: await waitForOthers(tx, platform, said, { personId, own }) };
}

/** Until the transaction ends nobody else asks for, opens or takes over the account of this organisation. */
export async function lockOrganisation(tx: Tx, taxCode: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060020))', [taxCode]);
}

/** The request that waits for consents; one that ran out, or whose asker is named no more, is closed on the way. */
async function openRequest(
  tx: Tx,
  platform: Platform,
  { taxCode, representatives }: RegisteredOrganisation,
): Promise<OrganisationRequest | undefined> {
  const requests = tx.getRepository(OrganisationRequest);
  const closedAt = platform.clock.now();
  const waiting = { taxCode, closedAt: IsNull() };
  await requests.update(
    { ...waiting, expiresAt: LessThanOrEqual(closedAt) },
    { closedAt, outcome: 'expired' },
  );
  const open = await requests.findOneBy(waiting);
  if (!open || representatives.has(await idNumberIndexOf(tx, open.requestedBy))) return open ?? undefined;
  await requests.update({ id: open.id }, { closedAt, outcome: 'register-changed' });
  await tellPerson(tx, platform, open.requestedBy, {
    what: 'noticeRegisterChanged',
    organisation: open.name,
  });
  return undefined;
}

async function waitForOthers(
  tx: Tx,
  platform: Platform,
  { taxCode, name, representatives }: RegisteredOrganisation,
  { personId, own }: Asker,
): Promise<string> {
  const [id, now] = [newId(), platform.clock.now()];
  await tx.getRepository(OrganisationRequest).insert({
    id,
    taxCode,
    name,
    requestedBy: personId,
    requestedAt: now,
    expiresAt: new Date(now.getTime() + consentDays * 24 * 3_600_000),
  });
  // In one order, or two requests at once could wait for each other.
  for (const [personIndex, fullName] of [...representatives].toSorted(([one], [two]) =>
    one < two ? -1 : 1,
  )) {
    if (personIndex === own) continue;
    await lockWhoIsAsked(tx, personIndex);
    const nameSealed = seal(platform.config.secrets.encryptionKey, consentSeal(id), fullName);
    await tx.getRepository(OrganisationConsent).insert({ requestId: id, personIndex, nameSealed });
    const [other]: { id: string }[] = await tx.query(
      'SELECT id FROM identity.person WHERE id_number_index = $1',
      [personIndex],
    );
    if (other)
      await tellPerson(tx, platform, other.id, {
        what: 'noticeConsentAsked',
        organisation: name,
        about: id,
        href: `/account/organisations/requests/${id}`,
      });
  }
  return id;
}

/** Where the name of another representative is sealed. */
export const consentSeal = (requestId: string) => `organisation-consent:name:${requestId}` as const;
