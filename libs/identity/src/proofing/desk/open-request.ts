import { type Platform, Refusal, type Tx, unseal } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { slowDown } from '../../throttle/slow-down.js';
import { counterCodeIndex } from '../ask-for-check.js';
import { CounterRequest } from '../counter-request.entity.js';
import { identityAgencies } from './identity-agencies.js';
import { refuseOwnMatter } from './refuse-own-matter.js';

/** How long a check may take once the code was typed, until the second officer has decided. */
const checkMinutes = 60;

/**
 * Takes the code a person shows: the request is this officer's from now on. Returns its id, or undefined for a code
 * that opens nothing (unknown, expired, another officer's: all look the same, and count against the officer).
 * Refuses 'own-household' and 'officer-identity-unknown' (403), 'too-many-tries' (429).
 */
export async function openRequest(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { officer, code }: { officer: Principal; code: string },
): Promise<string | undefined> {
  const [agencyId] = identityAgencies(officer);
  const now = platform.clock.now();
  const requests = tx.getRepository(CounterRequest);
  const found = await requests.findOneBy({ codeIndex: counterCodeIndex(platform, code), state: 'waiting' });
  const theirs = found && (found.firstOfficer === null || found.firstOfficer === officer.id);
  if (!theirs || !found.personId || found.expiresAt <= now) {
    await slowDown(platform, 'counter-code-officer', officer.id);
    return undefined;
  }
  await refuseOwnMatter(tx, platform, register, {
    officerId: officer.id,
    idNumber: idNumberOf(platform, found),
  });
  if (found.firstOfficer) return found.id;
  const [opened]: [{ id: string }[]] = await tx.query(
    `UPDATE identity.counter_request SET first_officer = $2, agency_id = $3, opened_at = $4, expires_at = $5
      WHERE id = $1 AND first_officer IS NULL RETURNING id`,
    [found.id, officer.id, agencyId, now, new Date(now.getTime() + checkMinutes * 60_000)],
  );
  return opened[0]?.id;
}

/** The ID number a request is about. */
export function idNumberOf(platform: Platform, { id, idNumberSealed }: CounterRequest): string {
  return unseal(platform.config.secrets.encryptionKey, `counter:id-number:${id}`, idNumberSealed);
}

/**
 * A request under way that an officer has to do with: the one who opened it, and then whoever else checks identities
 * at the same agency. Refuses any other ('not-found', 404), and one out of time ('counter-request-over', 410).
 */
export async function theirRequest(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  id: string,
): Promise<CounterRequest & { personId: string; agencyId: string }> {
  const agencies = identityAgencies(officer);
  const request = await tx.getRepository(CounterRequest).findOneBy({ id });
  if (!request?.personId || !request.agencyId || !agencies.includes(request.agencyId))
    throw new Refusal('not-found', 404);
  if (request.state === 'waiting' && request.firstOfficer !== officer.id) throw new Refusal('not-found', 404);
  if (request.expiresAt <= platform.clock.now()) throw new Refusal('counter-request-over', 410);
  return { ...request, personId: request.personId, agencyId: request.agencyId };
}
