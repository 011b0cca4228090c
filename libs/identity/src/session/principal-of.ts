import type { Principal } from '#lib/web';
import type { Platform } from '#lib/platform';
import { needsAttestation } from '../attestation/check-attestation.js';
import type { FoundSession } from './find-session.js';
import { sessionTimeOf } from './session-time-of.js';

/** Who a session belongs to, as of now: an officer whose last role was taken away is nobody any more. */
export function principalOf(platform: Platform, session: FoundSession): Principal | undefined {
  const { id: sessionId, ownerId: id, authenticatedAt, authenticatedBy } = session;
  const vouchedLevel = authenticatedBy === 'passkey' ? undefined : (session.vouchedLevel ?? (0 as const));
  const sessionTime = sessionTimeOf(session, platform.clock.now());
  const shown = { id, sessionId, sessionTime, authenticatedAt, vouchedLevel };
  if (session.audience === 'portal') {
    const { person } = session;
    return person && !person.lockedAt
      ? { ...shown, kind: 'citizen', name: person.fullName, assurance: person.assurance, roles: [] }
      : undefined;
  }
  const { officer } = session;
  // Officers are known to their agency, which asked for their passkey: as sure as proofed in person.
  return officer && officer.roles.length > 0
    ? {
        ...shown,
        kind: 'officer',
        name: officer.name,
        assurance: 2,
        roles: officer.roles,
        anyPasskey: !needsAttestation(platform, 'desk'),
        newDevices: session.newDevices,
      }
    : undefined;
}
