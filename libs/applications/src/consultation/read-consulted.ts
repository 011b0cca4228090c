import { revisionById } from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import type { FactReader } from '../facts/facts.js';
import type { ConsultationState } from './consultation.js';
import { eventsWith } from '#lib/workflow';

/**
 * What came of asking other agencies the last time; nothing while those asked then are not on record yet, so that the
 * answers of an earlier round never count for a later one.
 */
export const readConsulted: FactReader<'consultations'> = async (tx, _platform, { id, revisionId }) => {
  const { definition } = await revisionById(tx, revisionId);
  const rows: { state: ConsultationState; count: number }[] = await tx.query(
    `SELECT state, count(*)::int AS count FROM applications.consultation
      WHERE application_id = $1 AND sequence = (
        SELECT max(sequence) FROM applications.event WHERE application_id = $1 AND type = ANY($2))
      GROUP BY state`,
    [id, eventsWith(definition.workflow, 'consult')],
  );
  const of = (state: ConsultationState) => rows.find((row) => row.state === state)?.count ?? 0;
  return { open: of('open'), agreed: of('agreed'), objected: of('objected'), silent: of('silent') };
};

/** The agencies that are being asked about an application now. */
export async function consultedNow(tx: Tx, applicationId: string): Promise<string[]> {
  const rows: { agency_id: string }[] = await tx.query(
    `SELECT DISTINCT agency_id FROM applications.consultation WHERE application_id = $1 AND state = 'open'`,
    [applicationId],
  );
  return rows.map((row) => row.agency_id);
}
