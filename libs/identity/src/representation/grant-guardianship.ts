import { newId, type Platform, Refusal, type Tx } from '#lib/platform';
import { Mandate } from './mandate.entity.js';
import { type RepresentedPerson, sealRepresented } from './represented.js';
import { tellRepresentative } from './tell-representative.js';
import { tellRepresented } from './tell-represented.js';

/** Who can make somebody a guardian: a court, or the People's Committee of a commune (Civil Code 2015, articles 46 and 54). */
export const guardianshipGrounds = ['court', 'commune'] as const;

/** The paper a guardianship rests on; of the persons nothing. */
export interface GuardianshipDecision {
  ground: (typeof guardianshipGrounds)[number];
  number: string;
  /** YYYY-MM-DD. */
  date: string;
  issuedBy: string;
}

/** Whose guardian somebody is, as two officers read it in a decision at a counter. */
export interface Guardianship {
  guardianId: string;
  ward: RepresentedPerson;
  /** The last instant: a birthday, or the day the decision names. */
  validUntil: Date;
  decision: GuardianshipDecision;
  /** Who compared the documents, then who approved. */
  officers: [string, string];
  agencyId: string;
}

/**
 * Lets a guardian act for a ward, on the word of two officers; both are told, the ward if they have an account. Returns the
 * id of the mandate. Refuses one officer who plays both ('two-officers-needed', 409). To be called in a transaction of
 * the portal or the desk.
 */
export async function grantGuardianship(
  tx: Tx,
  platform: Platform,
  { guardianId, ward, validUntil, decision, officers, agencyId }: Guardianship,
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
    evidence: { decision, officers, agencyId },
    grantedAt: now,
  };
  await tx.createQueryBuilder().insert().into(Mandate).values(row).updateEntity(false).execute();
  const represented = { kind: 'person' as const, ...ward };
  await tellRepresented(
    tx,
    platform,
    { ...row, represented },
    { what: 'noticeGranted', by: guardianId, href: '/account/acting' },
  );
  await tellRepresentative(tx, platform, { ...row, represented }, { by: null });
  return id;
}
