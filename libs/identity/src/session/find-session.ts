import { callsSql, digest, type Platform, type PreparedStatement, runGathered, type Tx } from '#lib/platform';
import { type OfficerAtWork, officerAtWorkSql } from '#lib/organisations';
import { needsAttestation, stillAttestedSql } from '../attestation/check-attestation.js';
import type { Audience } from '../audience.js';
import type { Person } from '../person/person.entity.js';
import { lifetimes } from './lifetimes.js';
import { Session } from './session.entity.js';

const minute = 60_000;

/** A session with what is asked of its owner at every request. */
export type FoundSession = Session & {
  /** Of a citizen. */
  person: Pick<Person, 'fullName' | 'assurance' | 'lockedAt'> | null;
  /** Sign-ins of an officer from new devices that they have yet to see; never the one of this session. */
  newDevices: number;
  /** Of an officer: what they are now. */
  officer: OfficerAtWork | null;
};

const columns = `s.id, s.token_hash AS "tokenHash", s.audience, s.owner_id AS "ownerId", s.passkey_id AS "passkeyId",
  s.created_at AS "createdAt", s.authenticated_by AS "authenticatedBy", s.vouched_level AS "vouchedLevel",
  s.authenticated_at AS "authenticatedAt", s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt",
  s.user_agent AS "userAgent", s.network`;

/** Every request asks this: one statement, planned once a connection, for all that come at the same moment (`runGathered`). */
const statements: Record<Audience, PreparedStatement> = {
  portal: {
    name: 'find-session-of-citizen',
    text: `SELECT nth::int, ${columns}, 0 AS "newDevices", NULL AS officer, CASE WHEN p.id IS NOT NULL THEN json_build_object(
                    'fullName', p.full_name, 'assurance', p.assurance, 'lockedAt', p.locked_at) END AS person
             FROM ${callsSql({ token_hash: 'bytea' })} AS asked
             JOIN identity.session s ON s.token_hash = asked.token_hash AND s.audience = 'portal'
             LEFT JOIN identity.person p ON p.id = s.owner_id`,
  },
  desk: {
    name: 'find-session-of-officer',
    text: `SELECT nth::int, ${columns}, NULL AS person, ${officerAtWorkSql('s.owner_id', 'asked.at')} AS officer,
                  (SELECT count(*)::int FROM identity.device_notice n
                    WHERE n.officer_id = s.owner_id AND n.session_id <> s.id AND n.seen_at IS NULL) AS "newDevices"
             FROM ${callsSql({ token_hash: 'bytea', at: 'timestamptz', attested: 'boolean' })} AS asked
             JOIN identity.session s ON s.token_hash = asked.token_hash AND s.audience = 'desk'
              AND (NOT asked.attested OR ${stillAttestedSql('s.passkey_id')})`,
  },
};

/**
 * The session a token belongs to, if it is neither too old nor idle for too long, nor opened by an officer's passkey that
 * would open none now (`checkStillAttested`). Notes that it was seen, at most
 * once a minute, so that reading a page does not mean writing a row.
 */
export async function findSession(
  tx: Tx,
  platform: Platform,
  audience: Audience,
  token: string,
): Promise<FoundSession | undefined> {
  const now = platform.clock.now();
  const hash = digest(token);
  const asked = audience === 'desk' ? [hash, now, needsAttestation(platform, audience)] : [hash];
  const [session] = await runGathered<FoundSession>(tx, statements[audience], asked);
  if (!session) return undefined;
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (session.expiresAt <= now || idle >= lifetimes[audience].idleMilliseconds) return undefined;
  if (idle < minute) return session;
  await tx.getRepository(Session).update(session.id, { lastSeenAt: now });
  return { ...session, lastSeenAt: now };
}
