import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { pendingForeignIdentity } from '../national-sign-in/bind-foreign-identity.js';
import { identityAgencies } from '../proofing/desk/identity-agencies.js';
import { refuseOwnMatter } from '../proofing/desk/refuse-own-matter.js';
import { CounterMatter } from './counter-matter.entity.js';
import {
  type ForeignIdentityMatter,
  type GuardianshipMatter,
  type MatterContent,
  peopleIn,
  sealMatter,
} from './matter-content.js';

/** How long a matter may take from the first word until the second officer has decided. */
const matterMinutes = 60;

/**
 * Opens the foreign identity whose holder shows this code; undefined for any other code. Returns the id of the matter.
 * Refuses who checks identities nowhere ('not-at-a-counter', 403).
 */
export async function openForeignIdentity(
  tx: Tx,
  platform: Platform,
  officer: Principal,
  code: string,
): Promise<string | undefined> {
  const [agencyId = ''] = identityAgencies(officer);
  const pending = await pendingForeignIdentity(tx, platform, code);
  if (!pending) return undefined;
  return note(tx, platform, { kind: 'foreign-identity', ...pending }, { officer, agencyId, state: 'open' });
}

/**
 * Notes what the first officer compared of a foreign identity. Refuses their own matter and that of their household
 * ('own-household', 403), and a matter that does not wait for it ('counter-request-over', 410).
 */
export async function noteForeignIdentity(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  noted: { officer: Principal; id: string; content: ForeignIdentityMatter },
): Promise<void> {
  const { officer, id, content } = noted;
  await refuseOwnMatters(tx, platform, register, officer.id, content);
  const now = platform.clock.now();
  const [rows]: [unknown[]] = await tx.query(
    `UPDATE identity.counter_matter SET state = 'checked', content_sealed = $3, checked_at = $4
      WHERE id = $1 AND first_officer = $2 AND state = 'open' AND expires_at > $4 RETURNING id`,
    [id, officer.id, sealMatter(platform, id, content), now],
  );
  if (rows.length === 0) throw new Refusal('counter-request-over', 410);
}

/** Notes a guardianship that begins or ends, for the second officer. Returns the id of the matter; refuses as above. */
export async function noteGuardianship(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  officer: Principal,
  content: GuardianshipMatter,
): Promise<string> {
  const [agencyId = ''] = identityAgencies(officer);
  await refuseOwnMatters(tx, platform, register, officer.id, content);
  return note(tx, platform, content, { officer, agencyId, state: 'checked' });
}

/** Refuses an officer for whom any of those concerned is themselves or of their household. */
export async function refuseOwnMatters(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  officerId: string,
  content: MatterContent,
): Promise<void> {
  for (const idNumber of peopleIn(content))
    await refuseOwnMatter(tx, platform, register, { officerId, idNumber });
}

async function note(
  tx: Tx,
  platform: Platform,
  content: MatterContent,
  by: { officer: Principal; agencyId: string; state: 'open' | 'checked' },
): Promise<string> {
  const { officer, agencyId, state } = by;
  const id = newId();
  const now = platform.clock.now();
  const row = {
    id,
    kind: content.kind,
    contentSealed: sealMatter(platform, id, content),
    agencyId,
    state,
    firstOfficer: officer.id,
    openedAt: now,
    checkedAt: state === 'checked' ? now : null,
    expiresAt: new Date(now.getTime() + matterMinutes * 60_000),
  };
  await tx.createQueryBuilder().insert().into(CounterMatter).values(row).updateEntity(false).execute();
  return id;
}
