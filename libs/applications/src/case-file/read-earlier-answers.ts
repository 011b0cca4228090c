import type { Answers } from '#lib/forms';
import type { Platform, Tx } from '#lib/platform';
import { readFiledBefore } from '../application/answers.js';

/** The answers before the last supplement changed them; undefined where none did. */
export async function readEarlierAnswers(
  tx: Tx,
  platform: Platform,
  applicationId: string,
): Promise<Answers | undefined> {
  return (await readFiledBefore(tx, platform, applicationId))?.answers;
}
