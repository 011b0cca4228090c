import { defineRefusalTexts, type Platform, Refusal, type Tx } from '#lib/platform';
import { giveRoles } from './move-roles.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi, en, fr });

/**
 * Moves an officer of a divided agency to the successor that a person has chosen: every role held there, for the time it
 * was granted for. Again it changes nothing.
 * Refuses 'no-successor-of-it' (422) an agency that does not follow the divided one.
 */
export async function placeOfficer(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  {
    officerId,
    agencyId,
    successorId,
    by,
  }: { officerId: string; agencyId: string; successorId: string; by: string },
): Promise<void> {
  await demandSuccessor(tx, agencyId, successorId);
  const now = clock.now();
  await giveRoles(
    tx,
    'JOIN (SELECT $1::uuid AS successor_id) s ON r.officer_id = $3 AND r.agency_id = $4',
    's.successor_id',
    [successorId, now, officerId, agencyId],
  );
  await tx.query(
    `UPDATE organisations.officer_role SET valid_until = greatest($1, valid_from), ended_by = $2,
        end_reason = (SELECT c.title->>'vi' FROM organisations.change c
                        JOIN organisations.agency_succession s ON s.change_id = c.id WHERE s.agency_id = $4 LIMIT 1)
      WHERE officer_id = $3 AND agency_id = $4 AND (valid_until IS NULL OR valid_until > $1)`,
    [now, by, officerId, agencyId],
  );
}

/** Refuses 'no-successor-of-it' (422) an agency that does not follow the divided one. */
async function demandSuccessor(tx: Tx, agencyId: string, successorId: string): Promise<void> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM organisations.agency_succession WHERE agency_id = $1 AND successor_id = $2 AND divided',
    [agencyId, successorId],
  );
  if (rows.length === 0) throw new Refusal('no-successor-of-it', 422);
}
