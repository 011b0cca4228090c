import type { Answers } from '#lib/forms';
import { type Platform, type Tx, unseal } from '#lib/platform';

/** The answers before the last supplement changed them; undefined where none did. */
export async function readEarlierAnswers(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<Answers | undefined> {
  const [row]: { version: number; answers_sealed: string }[] = await tx.query(
    `SELECT version, answers_sealed FROM applications.answers WHERE application_id = $1
      ORDER BY version DESC LIMIT 1 OFFSET 1`,
    [applicationId],
  );
  const key = platform.config.secrets.encryptionKey;
  return row && JSON.parse(unseal(key, `answers:sealed:${applicationId}/${row.version}`, row.answers_sealed));
}
