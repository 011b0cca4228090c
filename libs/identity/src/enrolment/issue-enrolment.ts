import { officerById } from '#lib/organisations';
import { digest, type Platform, randomToken, Refusal, type Tx } from '#lib/platform';
import { Enrolment } from './enrolment.entity.js';

/** How long a link waits to be used. */
const linkHours = 24;

export interface EnrolmentLink {
  url: string;
  expiresAt: Date;
}

/**
 * A link with which the officer registers one passkey at the desk. The token is in the link alone.
 * Refuses 'officer-unknown' (404).
 */
export async function issueEnrolment(tx: Tx, platform: Platform, officerId: string): Promise<EnrolmentLink> {
  const officer = await officerById(tx, officerId);
  if (!officer) throw new Refusal('officer-unknown', 404);
  const token = randomToken();
  const createdAt = platform.clock.now();
  const expiresAt = new Date(createdAt.getTime() + linkHours * 3_600_000);
  await tx
    .getRepository(Enrolment)
    .insert({ tokenHash: digest(token), officerId, createdAt, expiresAt, usedAt: null });
  return { url: `${platform.config.desk.origin}/enrol?token=${token}`, expiresAt };
}
