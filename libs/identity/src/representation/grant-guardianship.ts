import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { Mandate } from './mandate.entity.js';
import { type RepresentedPerson, sealRepresented } from './represented.js';
import { tellRepresented } from './tell-represented.js';

/** Whose guardian somebody is, as two officers read it in a decision at a counter. */
export interface Guardianship {
  guardianId: string;
  ward: RepresentedPerson;
  /** The last instant: a birthday, or the day the decision names. */
  validUntil: Date;
  /** Number of the decision or certificate; of the persons nothing. */
  decision: string;
  /** Who compared the documents, then who approved. */
  officers: [string, string];
}

/**
 * Lets a guardian act for a ward, on the word of two officers; the ward is told, if they have an account. Returns the
 * id of the mandate. Refuses one officer who plays both ('two-officers-needed', 409). To be called in a transaction of
 * the portal or the desk.
 */
export async function grantGuardianship(
  tx: Tx,
  platform: Platform,
  { guardianId, ward, validUntil, decision, officers }: Guardianship,
): Promise<string> {
  if (officers[0] === officers[1]) throw new Refusal('two-officers-needed', 409);
  const now = platform.clock.now();
  const id = newId();
  const row = {
    id,
    kind: 'guardian' as const,
    ...sealRepresented(platform, id, ward),
    representativeId: guardianId,
    scopes: 'all' as const,
    validFrom: now,
    validUntil,
    grantedHow: 'counter' as const,
    evidence: { decision, officers },
    grantedAt: now,
  };
  await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
  const represented = { kind: 'person' as const, ...ward };
  await tellRepresented(
    tx,
    platform,
    { ...row, represented, endedAt: null },
    { what: 'noticeGranted', by: guardianId, href: '/account/acting' },
  );
  return id;
}
