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
  const sealed = sealAnswers(platform, applicationId, version, answers);
  return {
    sql: `answers AS (
      INSERT INTO applications.answers (application_id, version, answers_sealed)
      SELECT id, version, answers_sealed FROM moved
    )`,
    values: { answers_sealed: { type: 'text', value: sealed } },
  };
}
