import { type Platform, transaction } from '#lib/platform';
import { tellHolder } from '../proofing/tell-holder.js';

/** The holder objects to the recovery that is under way. Nothing where there is none. */
export async function cancelRecovery(platform: Platform, personId: string): Promise<void> {
  const at = platform.clock.now();
  await transaction(platform.database, async (tx) => {
    const [rows]: [{ id: string }[]] = await tx.query(
      `UPDATE identity.recovery SET ended_at = $2, ended_by = 'cancelled'
        WHERE person_id = $1 AND ended_at IS NULL RETURNING id`,
      [personId, at],
    );
    if (!rows[0]) return;
    await tellHolder(tx, { personId, aboutId: rows[0].id, notice: 'recovery-cancelled', at });
  });
}
