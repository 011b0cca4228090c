import type { Answers } from '#lib/forms';
import { type Platform, seal, type Tx, unseal } from '#lib/platform';

/** Seals the answers that an application holds from `version` on. */
export function sealAnswers(
  platform: Platform,
  applicationId: string,
  version: number,
  answers: Answers,
): string {
  return seal(
    platform.config.secrets.encryptionKey,
    `answers:sealed:${applicationId}/${version}`,
    JSON.stringify(answers),
  );
}

/** The answers of an application as they stand, after all supplements. */
export async function readAnswers(tx: Tx, platform: Platform, applicationId: string): Promise<Answers> {
  const [row]: { version: number; answers_sealed: string }[] = await tx.query(
    'SELECT version, answers_sealed FROM applications.answers WHERE application_id = $1 ORDER BY version DESC LIMIT 1',
    [applicationId],
  );
  if (!row) throw new Error(`Application ${applicationId} has no answers`);
  const place = `answers:sealed:${applicationId}/${row.version}` as const;
  return JSON.parse(unseal(platform.config.secrets.encryptionKey, place, row.answers_sealed)) as Answers;
}
