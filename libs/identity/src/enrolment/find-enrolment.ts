import { type Officer, officerById } from '#lib/organisations';
import { digest, type Platform, Refusal, type Tx } from '#lib/platform';
import { Enrolment } from './enrolment.entity.js';

/**
 * The officer a link is for. Refuses 'enrolment-link-not-valid' (410) an unknown, used or expired token alike.
 */
export async function findEnrolment(
  tx: Tx,
  platform: Platform,
  token: unknown,
): Promise<{ officer: Officer; tokenHash: Buffer }> {
  const tokenHash = digest(typeof token === 'string' ? token : '');
  const enrolment = await tx.getRepository(Enrolment).findOneBy({ tokenHash });
  const valid = enrolment && enrolment.usedAt === null && enrolment.expiresAt > platform.clock.now();
  const officer = valid ? await officerById(tx, enrolment.officerId) : undefined;
  if (!officer) throw new Refusal('enrolment-link-not-valid', 410);
  return { officer, tokenHash };
}
