import { type Platform, unseal } from '#lib/platform';
import type { AccessQuestion } from './access-question.entity.js';
import type { Asked } from './audited-by.js';

/** A question opened. */
export interface ReadQuestion {
  id: string;
  accessId: string;
  askedAt: Date;
  dueAt: Date;
  question: string;
  answered?: { at: Date; text: string };
}

/** What `answeredBy` asks about a question. */
export function askedIn({ agencyId, dueAt }: AccessQuestion, now: Date): Asked {
  return { agencyId, late: dueAt < now };
}

export function readQuestion(platform: Platform, row: AccessQuestion): ReadQuestion {
  const { id, accessId, askedAt, dueAt, questionSealed, answeredAt, answerSealed } = row;
  const { encryptionKey } = platform.config.secrets;
  return {
    id,
    accessId,
    askedAt,
    dueAt,
    question: unseal(encryptionKey, `access-question:question:${id}`, questionSealed),
    ...(answeredAt && answerSealed
      ? {
          answered: {
            at: answeredAt,
            text: unseal(encryptionKey, `access-question:answer:${id}`, answerSealed),
          },
        }
      : {}),
  };
}
