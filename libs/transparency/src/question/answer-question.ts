import { IsNull } from 'typeorm';
import { accessTo } from '#lib/audit';
import { subjectOf } from '#lib/identity';
import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, type Platform, Refusal, seal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { texts } from '../texts.js';
import { AccessQuestion } from './access-question.entity.js';
import { answeredBy } from './audited-by.js';
import { readText } from './question-text.js';
import { askedIn } from './read-question.js';

/**
 * An auditor whose turn it is (`answeredBy`) answers, once; the person is told in their inbox.
 * Refuses 'not-found' (404) to anybody else, 'own-access' (409) to who looked, 'question-empty' and
 * 'question-too-long' (422), and 'question-answered-already' (409).
 */
export async function answerQuestion(
  tx: Tx,
  platform: Platform,
  auditor: Principal,
  { id, text }: { id: string; text: string },
): Promise<void> {
  const questions = tx.getRepository(AccessQuestion);
  const question = await questions.findOneBy({ id });
  const at = platform.clock.now();
  if (!question || (await answeredBy(tx, auditor, [askedIn(question, at)], at)).length === 0)
    throw new Refusal('not-found', 404);
  const access = await accessTo(tx, await subjectOf(tx, question.personId), question.accessId);
  if (access?.actorId === auditor.id) throw new Refusal('own-access', 409);
  const answer = readText(text);
  const answerSealed = seal(platform.config.secrets.encryptionKey, `access-question:answer:${id}`, answer);
  const { affected } = await questions.update(
    { id, answeredAt: IsNull() },
    { answeredAt: at, answeredBy: auditor.id, answerSealed },
  );
  if (affected !== 1) throw new Refusal('question-answered-already', 409);
  await addInboxEntry(tx, {
    personId: question.personId,
    aboutId: id,
    sequence: 0,
    namesSomebody: false,
    title: inEveryLanguage((language) => texts(language)('notice-title')),
    body: inEveryLanguage((language) => texts(language)('notice-body')),
    href: `/account/accesses/${question.accessId}`,
    at,
  });
}
