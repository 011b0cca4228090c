import { revisionById } from '#lib/catalogue';
import { agencyById, superiorAgency } from '#lib/organisations';
import { type Platform, transaction } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { askFollowUp } from '../outbox/ask-follow-up.js';

const batch = 200;

interface Late {
  application_id: string;
  sequence: number;
  agency_id: string;
  silence: string;
}

/**
 * What agencies' silence means once their time is over: agreement, where the definition says so; else the agency above
 * them is told; of one application alone where it is named. Each happens once, also with two workers. Returns how many
 * were late.
 */
export function sweepConsultations(platform: Platform, applicationId?: string): Promise<number> {
  return transaction(platform.database, async (tx) => {
    const late: Late[] = await tx.query(
      `SELECT application_id, sequence, agency_id, silence FROM applications.consultation
        WHERE state = 'open' AND escalated_at IS NULL AND due_at <= $1 AND ($3::uuid IS NULL OR application_id = $3)
        ORDER BY due_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [platform.clock.now(), batch, applicationId],
    );
    for (const { application_id: id, sequence, agency_id: agencyId, silence } of late) {
      const key = [id, sequence, agencyId];
      const which = 'application_id = $1 AND sequence = $2 AND agency_id = $3';
      if (silence === 'agrees') {
        await tx.query(`UPDATE applications.consultation SET state = 'silent' WHERE ${which}`, key);
        await askFollowUp(tx, id);
        continue;
      }
      const { revisionId } = await tx.getRepository(Application).findOneByOrFail({ id });
      const { definition } = await revisionById(tx, revisionId);
      const above = await superiorAgency(tx, await agencyById(tx, agencyId), definition.ministry);
      await tx.query(
        `UPDATE applications.consultation SET escalated_at = $4, superior_id = $5 WHERE ${which}`,
        [...key, platform.clock.now(), above?.id ?? null],
      );
    }
    return late.length;
  });
}
