import type { Platform } from '#lib/platform';
import { type FiledAnswers, sealAnswers } from '../application/answers.js';
import type { StepWrite } from './store-step.js';

/** Keeps the answers that stand from `version` on, exactly when the step is stored. */
export function answersWrite(
  platform: Platform,
  applicationId: string,
  version: number,
  answers: FiledAnswers,
): StepWrite {
  return {
    sql: (first) => `answers AS (INSERT INTO applications.answers SELECT id, version, $${first} FROM moved)`,
    values: [sealAnswers(platform, applicationId, version, answers)],
  };
}
