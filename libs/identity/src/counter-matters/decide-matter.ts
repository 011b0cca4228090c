import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import type { Decision } from '../proofing/desk/decide-request.js';
import { carryOutEnd, carryOutGuardianship } from './carry-out-guardianship.js';
import { carryOutForeignIdentity } from './carry-out-foreign-identity.js';
import { namesDiffer, openMatter } from './matter-content.js';
import { refuseOwnMatters } from './note-matter.js';
import { theirMatter } from './view-matter.js';

/** What two officers have agreed on. */
export interface Agreed {
  id: string;
  agencyId: string;
  /** Who compared, then who approved. */
  officers: [string, string];
}

/**
 * The second officer decides; what follows from it happens in the same transaction.
 * Refuses the first officer ('second-officer-needed', 403), their own matters and their household's, a matter that was
 * decided meanwhile or is not checked yet ('counter-request-over', 410), approval of a foreign identity whose name differs,
 * unless the officer said that they saw it ('names-differ', 409), and whatever carrying it out refuses.
 */
export async function decideMatter(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  {
    officer,
    id,
    decision,
    namesSeen,
  }: { officer: Principal; id: string; decision: Decision; namesSeen: boolean },
): Promise<void> {
  const matter = await theirMatter(tx, platform, officer, id);
  const { firstOfficer, agencyId } = matter;
  if (firstOfficer === officer.id) throw new Refusal('second-officer-needed', 403);
  const content = openMatter(platform, matter);
  await refuseOwnMatters(tx, platform, register, officer.id, content);
  if (decision.approved && namesDiffer(content) && !namesSeen) throw new Refusal('names-differ', 409);
  const [decided]: [unknown[]] = await tx.query(
    `UPDATE identity.counter_matter
        SET state = $3, second_officer = $2, reason = $4, decided_at = $5
      WHERE id = $1 AND state = 'checked' AND first_officer <> $2 AND expires_at > $5 RETURNING id`,
    [
      id,
      officer.id,
      decision.approved ? 'approved' : 'refused',
      decision.approved ? null : decision.reason,
      platform.clock.now(),
    ],
  );
  if (decided.length === 0) throw new Refusal('counter-request-over', 410);
  if (!decision.approved) return;
  const agreed: Agreed = { id, agencyId, officers: [firstOfficer, officer.id] };
  if (content.kind === 'foreign-identity')
    await carryOutForeignIdentity(tx, platform, register, content, agreed);
  else if (content.kind === 'guardianship')
    await carryOutGuardianship(tx, platform, register, content, agreed);
  else await carryOutEnd(tx, platform, register, content, agreed);
}
