import type { Evidence } from '#lib/identity';
import { digest, type Platform, type Tx, unseal } from '#lib/platform';
import { type FiledAnswers, readAnswersAt, readFiledAnswers } from '../application/answers.js';
import type { SubmissionStatement } from '../submission/canonical-application.js';
import type { Derivation } from './child-statement.js';

/** What a citizen signed for an application, and how. */
export interface Signed {
  canonical: string;
  evidence: Evidence;
}

/** What was filed as the statement of an application; of a part, what followed from the whole. */
export async function readSigned(tx: Tx, platform: Platform, applicationId: string): Promise<Signed> {
  const [row]: { canonical_sealed: string; evidence: Evidence }[] = await tx.query(
    'SELECT canonical_sealed, evidence FROM applications.submission WHERE application_id = $1',
    [applicationId],
  );
  if (!row) throw new Error(`Application ${applicationId} has no submission`);
  const key = platform.config.secrets.encryptionKey;
  return {
    canonical: unseal(key, `submission:canonical:${applicationId}`, row.canonical_sealed),
    evidence: row.evidence,
  };
}

/** What the parts opened by an event of an application have in common, and which answers registers filled in. */
export async function derivationFrom(
  tx: Tx,
  platform: Platform,
  whole: { applicationId: string; part: string; sequence: number },
): Promise<
  Pick<Derivation, 'origin' | 'answers' | 'whole'> & Pick<FiledAnswers, 'sources'> & { evidence: Evidence }
> {
  const { applicationId, part, sequence } = whole;
  const { canonical, evidence } = await readSigned(tx, platform, applicationId);
  const { applicant, representation } = JSON.parse(canonical) as SubmissionStatement;
  const answers = await readAnswersAt(tx, platform, applicationId, sequence);
  const { sources } = await readFiledAnswers(tx, platform, applicationId);
  const [event]: { hash: Buffer }[] = await tx.query(
    'SELECT hash FROM applications.event WHERE application_id = $1 AND sequence = $2',
    [applicationId, sequence],
  );
  return {
    origin: {
      application: applicationId,
      digest: digest(canonical).toString('hex'),
      part,
      event: { sequence, hash: event?.hash.toString('hex') ?? '' },
    },
    answers,
    sources,
    whole: { applicant, ...(representation && { representation }) },
    evidence,
  };
}
