import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { PopulationRegister } from '#lib/registries';
import type { Principal } from '#lib/web';
import { unlock } from '../../lock/unlock.js';
import type { CounterRequest, RefusalReason } from '../counter-request.entity.js';
import { raiseAssurance } from '../raise-assurance.js';
import { tellHolder } from '../tell-holder.js';
import { idNumberOf, theirRequest } from './open-request.js';
import { refuseOwnMatter } from './refuse-own-matter.js';

/** How long the browser that began a recovery may take to make its passkey, once that was approved. */
const goOnMinutes = 60;

export type Decision = { approved: true } | { approved: false; reason: RefusalReason };

/**
 * The second officer decides; what follows from it happens in the same transaction.
 * Refuses the first officer ('second-officer-needed', 403), their own matters, and a request that was decided meanwhile
 * or is not checked yet ('counter-request-over', 410).
 */
export async function decideRequest(
  tx: Tx,
  platform: Platform,
  register: PopulationRegister,
  { officer, id, decision }: { officer: Principal; id: string; decision: Decision },
): Promise<void> {
  const request = await theirRequest(tx, platform, officer, id);
  const { firstOfficer, personId, purpose } = request;
  if (firstOfficer === officer.id) throw new Refusal('second-officer-needed', 403);
  await refuseOwnMatter(tx, platform, register, {
    officerId: officer.id,
    idNumber: idNumberOf(platform, request),
  });
  const now = platform.clock.now();
  const [decided]: [unknown[]] = await tx.query(
    `UPDATE identity.counter_request
        SET state = $3, second_officer = $2, reason = $4, decided_at = $5, expires_at = $6
      WHERE id = $1 AND state = 'checked' AND first_officer <> $2 AND expires_at > $5 RETURNING id`,
    [
      id,
      officer.id,
      decision.approved ? 'approved' : 'refused',
      decision.approved ? null : decision.reason,
      now,
      new Date(now.getTime() + goOnMinutes * 60_000),
    ],
  );
  if (decided.length === 0 || !firstOfficer) throw new Refusal('counter-request-over', 410);
  if (!decision.approved)
    return tellHolder(tx, { personId, aboutId: id, notice: 'refused-counter', at: now });
  if (purpose !== 'raise') await unlock(tx, platform, personId);
  await raiseAssurance(tx, platform, personId, proofOf(request, [firstOfficer, officer.id]));
}

function proofOf(request: CounterRequest, officers: [string, string]) {
  const { purpose, document, documentTail, agencyId, next } = request;
  const evidence = { purpose, document, documentTail, agencyId };
  return { level: 2, method: 'counter', evidence, officers, next } as const;
}
