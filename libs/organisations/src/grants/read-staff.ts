import type { Tx } from '#lib/platform';
import type { OfficerRoleName } from '../officers/officer-role.entity.js';

/** A role as it is held now at an agency. */
export interface HeldRole {
  id: string;
  officerId: string;
  staffNumber: string;
  fullName: string;
  role: OfficerRoleName;
  validUntil: Date | null;
  /**
   * Whether it is noted who the officer is as a person: what one administrator entered `waits` for a second, the
   * population register is `asked` whom they live with, it says they are `unknown`, or all is `noted`.
   */
  identity?: 'missing' | 'waits' | 'asked' | 'unknown' | 'noted';
}

/** A proposal that waits for a second administrator. */
export interface OpenGrant extends HeldRole {
  validUntil: Date;
  proposedBy: string;
  proposer: string;
  proposedAt: Date;
}

/** Who holds which role at an agency, by staff number. */
export function staffOf(tx: Tx, agencyId: string, now: Date): Promise<HeldRole[]> {
  return tx.query(
    `SELECT held.id, held.officer_id AS "officerId", staff_number AS "staffNumber", full_name AS "fullName", role,
        valid_until AS "validUntil",
        CASE WHEN EXISTS (SELECT FROM organisations.officer_identity_entry entry WHERE entry.officer_id = officer.id)
              THEN 'waits'
             WHEN lookup.officer_id IS NULL THEN 'missing'
             WHEN known THEN 'noted'
             WHEN known IS NULL THEN 'asked'
             ELSE 'unknown' END AS identity
      FROM organisations.officer_role held JOIN organisations.officer officer ON officer.id = held.officer_id
      LEFT JOIN organisations.officer_lookup lookup ON lookup.officer_id = officer.id
      WHERE agency_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
      ORDER BY staff_number, role`,
    [agencyId, now],
  );
}

/** What waits for a second administrator of an agency, oldest first. */
export function openGrantsOf(tx: Tx, agencyId: string): Promise<OpenGrant[]> {
  return tx.query(
    `SELECT open.id, officer_id AS "officerId", officer.staff_number AS "staffNumber",
        officer.full_name AS "fullName", role, valid_until AS "validUntil", proposed_by AS "proposedBy",
        proposer.full_name AS proposer, proposed_at AS "proposedAt"
      FROM organisations.role_grant open
      JOIN organisations.officer officer ON officer.id = officer_id
      JOIN organisations.officer proposer ON proposer.id = proposed_by
      WHERE agency_id = $1 AND decided_at IS NULL ORDER BY proposed_at, open.id`,
    [agencyId],
  );
}
