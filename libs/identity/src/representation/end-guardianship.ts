import { blindIndex, type Platform, Refusal, type Tx } from '#lib/platform';
import type { RepresentedPerson } from './represented.js';
import { tellRepresentative } from './tell-representative.js';
import { tellRepresented } from './tell-represented.js';

/** The guardianship of one person over another that stands now, its id; undefined where there is none. */
export async function standingGuardianship(
  tx: Tx,
  platform: Platform,
  { guardianId, wardIdNumber }: { guardianId: string; wardIdNumber: string },
): Promise<string | undefined> {
  const [row]: { id: string }[] = await tx.query(
    `SELECT id FROM identity.mandate
      WHERE kind = 'guardian' AND representative_id = $1 AND represented_index = $2
        AND ended_at IS NULL AND valid_until > $3`,
    [guardianId, blindIndex(platform.config.secrets.blindIndexKey, wardIdNumber), platform.clock.now()],
  );
  return row?.id;
}

/**
 * Ends a guardianship at once on the word of two officers; guardian and ward are told. Refuses one that does not stand
 * ('guardianship-unknown', 409). To be called in a transaction of the desk.
 */
export async function endGuardianship(
  tx: Tx,
  platform: Platform,
  { guardianId, ward, officerId }: { guardianId: string; ward: RepresentedPerson; officerId: string },
): Promise<void> {
  const id = await standingGuardianship(tx, platform, { guardianId, wardIdNumber: ward.idNumber });
  const [row]: { ended: boolean }[] = await tx.query(
    'SELECT identity.end_guardianship($1, $2, $3) AS ended',
    [id ?? null, officerId, platform.clock.now()],
  );
  if (!row?.ended) throw new Refusal('guardianship-unknown', 409);
  const mandate = {
    kind: 'guardian' as const,
    represented: { kind: 'person' as const, ...ward },
    representativeId: guardianId,
  };
  await tellRepresentative(tx, platform, mandate, { what: 'noticeYouMayNot', by: null });
  await tellRepresented(tx, platform, mandate, {
    what: 'noticeEndedAtCounter',
    by: guardianId,
    href: '/account/acting',
  });
}
