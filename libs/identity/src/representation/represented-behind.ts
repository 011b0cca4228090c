import type { Tx } from '#lib/platform';

/** Whom a mandate is for, without their name. */
export interface RepresentedBehind {
  /** Blind index of their ID number; of an organisation, that of the legal representative its account is bound to. */
  index: string | null;
  /** Their account, where they have one; null for an organisation, which is nobody whose data are looked at. */
  personId: string | null;
}

/**
 * As a subquery with the column `index`: the blind indexes of a person and of whom a mandate is for, a row each. Two ids
 * that exist are two rows, whatever they hold.
 */
export function indexesConcernedSql(personId: string, mandateId: string): string {
  return `SELECT id_number_index AS index FROM identity.person WHERE person.id = ${personId}
    UNION ALL SELECT coalesce(represented_index, bound.id_number_index) FROM identity.mandate
      LEFT JOIN identity.organisation ON organisation.id = organisation_id
      LEFT JOIN identity.person AS bound ON bound.id = legal_representative_id
     WHERE mandate.id = ${mandateId}`;
}

/** Whom a mandate is for, for those who may not know names: the desk, when it asks whether it may look at all. */
export async function representedBehind(tx: Tx, mandateId: string): Promise<RepresentedBehind> {
  const [row]: RepresentedBehind[] = await tx.query(
    `SELECT coalesce(represented_index, bound.id_number_index) AS index, person.id AS "personId"
       FROM identity.mandate LEFT JOIN identity.person ON id_number_index = represented_index
       LEFT JOIN identity.organisation ON organisation.id = organisation_id
       LEFT JOIN identity.person AS bound ON bound.id = legal_representative_id
      WHERE mandate.id = $1`,
    [mandateId],
  );
  if (!row) throw new Error(`Mandate ${mandateId} does not exist`);
  return row;
}
