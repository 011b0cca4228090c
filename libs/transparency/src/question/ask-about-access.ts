import { accessTo } from '#lib/audit';
import { dueFrom, vietnamCalendar } from '#lib/calendar';
import { subjectOf } from '#lib/identity';
import { isPostgresError, newId, type Platform, Refusal, seal, type Tx } from '#lib/platform';
import { AccessQuestion } from './access-question.entity.js';
import { questionTerm } from './question-term.js';
import { readText } from './question-text.js';

/**
 * A person asks why their data was seen.
 * Refuses 'not-found' (404) for an access to somebody else's data, 'question-empty' and 'question-too-long' (422), and
 * 'question-asked-already' (409).
 */
export async function askAboutAccess(
  tx: Tx,
  platform: Platform,
  { personId, accessId, text }: { personId: string; accessId: string; text: string },
): Promise<void> {
  const access = await accessTo(tx, await subjectOf(tx, personId), accessId);
  if (!access) throw new Refusal('not-found', 404);
  const question = readText(text);
  const [id, askedAt] = [newId(), platform.clock.now()];
  const row: AccessQuestion = {
    id,
    accessId,
    personId,
    agencyId: access.agencyId,
    askedAt,
    dueAt: dueFrom(questionTerm, askedAt, vietnamCalendar).at,
    questionSealed: seal(platform.config.secrets.encryptionKey, `access-question:question:${id}`, question),
    answeredAt: null,
    answeredBy: null,
    answerSealed: null,
  };
  await tx
    .getRepository(AccessQuestion)
    .insert(row)
    .catch((error: unknown) => {
      if (isPostgresError(error, 'unique-violation')) throw new Refusal('question-asked-already', 409);
      throw error;
    });
}
