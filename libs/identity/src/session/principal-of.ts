import type { Principal } from '#lib/web';
import { officerById, rolesOf } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import { needsAttestation } from '../attestation/check-attestation.js';
import { countUnseenDevices } from '../own-sessions/unseen-devices.js';
import { Person } from '../person/person.entity.js';
import type { Session } from './session.entity.js';
import { sessionTimeOf } from './session-time-of.js';

/** Who a session belongs to, as of now: an officer whose last role was taken away is nobody any more. */
export async function principalOf(
  tx: Tx,
  platform: Platform,
  session: Session,
): Promise<Principal | undefined> {
  const { id: sessionId, ownerId: id, authenticatedAt, authenticatedBy } = session;
  const vouchedLevel = authenticatedBy === 'passkey' ? undefined : (session.vouchedLevel ?? (0 as const));
  const sessionTime = sessionTimeOf(session, platform.clock.now());
  const shown = { id, sessionId, sessionTime, authenticatedAt, vouchedLevel };
  if (session.audience === 'portal') {
    const person = await tx.getRepository(Person).findOne({
      where: { id: session.ownerId },
      select: { fullName: true, assurance: true, lockedAt: true },
    });
    return person && !person.lockedAt
      ? { ...shown, kind: 'citizen', name: person.fullName, assurance: person.assurance, roles: [] }
      : undefined;
  }
  const officer = await officerById(tx, session.ownerId);
  const roles = officer ? await rolesOf(tx, officer.id, platform.clock.now()) : [];
  // Officers are known to their agency, which asked for their passkey: as sure as proofed in person.
  return officer && roles.length > 0
    ? {
        ...shown,
        kind: 'officer',
        name: officer.fullName,
        assurance: 2,
        roles,
        anyPasskey: !needsAttestation(platform, 'desk'),
        newDevices: await countUnseenDevices(tx, shown),
      }
    : undefined;
}
