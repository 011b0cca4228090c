import type { Tx } from '#lib/platform';
import type { AdministrativeChange } from './administrative-change.js';

/**
 * Ends the roles at the agencies that a change ended and gives the same at their successors, for the time they were
 * granted for; proposals that wait for a second administrator go with them. At a divided agency they stay: `placeOfficer`
 * moves them when a person has said where.
 */
export async function moveRoles(tx: Tx, { id, title }: AdministrativeChange, now: Date): Promise<void> {
  const followed = `organisations.agency_succession s ON s.agency_id = r.agency_id AND s.change_id = $1 AND NOT s.divided`;
  await giveRoles(tx, `JOIN ${followed}`, 's.successor_id', [id, now]);
  await tx.query(
    `UPDATE organisations.officer_role r SET valid_until = greatest($2, valid_from), end_reason = $3
       FROM organisations.agency_succession s
      WHERE s.agency_id = r.agency_id AND s.change_id = $1 AND NOT s.divided AND (valid_until IS NULL OR valid_until > $2)`,
    [id, now, title.vi],
  );
  await tx.query(
    `UPDATE organisations.role_grant SET agency_id = moved.successor_id
       FROM (SELECT DISTINCT ON (r.officer_id, s.successor_id, r.role) r.id, s.successor_id
               FROM organisations.role_grant r JOIN ${followed} WHERE decided_at IS NULL
              ORDER BY r.officer_id, s.successor_id, r.role, r.proposed_at) AS moved
      WHERE role_grant.id = moved.id`,
    [id],
  );
}

/** Gives the roles held in `from` at another agency from now on, where the officer has them not already. */
export async function giveRoles(tx: Tx, from: string, successor: string, values: unknown[]): Promise<void> {
  await tx.query(
    `INSERT INTO organisations.officer_role (id, officer_id, agency_id, role, valid_from, valid_until)
      SELECT gen_random_uuid(), officer_id, successor_id, role, greatest($2, valid_from), valid_until
        FROM (SELECT DISTINCT ON (r.officer_id, ${successor}, r.role) r.officer_id, ${successor} AS successor_id, r.role,
                     r.valid_from, r.valid_until
                FROM organisations.officer_role r ${from}
               WHERE (r.valid_until IS NULL OR r.valid_until > $2)
               ORDER BY r.officer_id, ${successor}, r.role, r.valid_until DESC NULLS FIRST) AS moving
       WHERE NOT EXISTS (SELECT FROM organisations.officer_role held
                          WHERE held.officer_id = moving.officer_id AND held.agency_id = moving.successor_id
                            AND held.role = moving.role AND (held.valid_until IS NULL OR held.valid_until > $2))`,
    values,
  );
}
