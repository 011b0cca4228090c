import { revisionById } from '#lib/catalogue';
import { canonicalForm, digest, type Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { readAnswers } from '../application/answers.js';
import { readEvents } from '../application/read-events.js';
import type { EffectHandler } from '../effect/effects.js';
import { decisionOf } from '../tracking/decision-of.js';

/** The result of an application, as it was issued. */
export interface IssuedResult {
  /** SHA-256 of what it says, hexadecimal. */
  digest: string;
  issuedAt: Date;
}

/** Issues what was decided: the result is there once, however often this runs. Nothing where nothing was decided. */
export const issueResult: EffectHandler = async (platform, { applicationId, sequence }) => {
  const tx = platform.database.manager;
  const application = await tx.getRepository(Application).findOneByOrFail({ id: applicationId });
  const events = await readEvents(tx, platform, applicationId);
  const decided = events.findLast(({ details }) => 'outcome' in details && 'evidence' in details);
  const decision = decisionOf(events);
  if (!decided || !decision) return;
  const { code, number, digest: fingerprint } = await revisionById(tx, application.revisionId);
  const says = canonicalForm({
    application: applicationId,
    number: application.number,
    procedure: code,
    revision: { number, digest: fingerprint },
    outcome: decision.outcome,
    decision: decided.hash.toString('hex'),
    answers: await readAnswers(tx, platform, applicationId),
  });
  await tx.query(
    `INSERT INTO applications.result (application_id, sequence, digest, issued_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [applicationId, sequence, digest(says), platform.clock.now()],
  );
};

/** What was issued for an application; undefined before, and where its workflow issues nothing. */
export async function issuedResult(tx: Tx, applicationId: string): Promise<IssuedResult | undefined> {
  const [row]: { digest: Buffer; issued_at: Date }[] = await tx.query(
    'SELECT digest, issued_at FROM applications.result WHERE application_id = $1',
    [applicationId],
  );
  return row && { digest: row.digest.toString('hex'), issuedAt: row.issued_at };
}
