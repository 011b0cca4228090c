import { revisionById } from '#lib/catalogue';
import { representedBehind } from '#lib/identity';
import { addInboxEntry } from '#lib/notifications';
import { agencyById, agencyName } from '#lib/organisations';
import { inEveryLanguage, type Platform, Refusal, say, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { keepWritten, type Message } from './message.js';
import { mayWrite } from './may-write.js';
import { texts } from './texts.js';
import { markUnanswered, settleConversation, unansweredAmong } from './unanswered.js';

interface Writing {
  application: Application;
  author: Message['author'];
  text: string;
  idempotencyKey: string;
}

/**
 * A citizen or an officer writes; who they are to the application, the caller has checked. What an officer writes is
 * told to the applicant, and to whoever they represent, once. The same key again is the same message; returns its id.
 * Refuses 'conversation-closed' (409) where that side may no longer write.
 */
export async function writeMessage(tx: Tx, platform: Platform, writing: Writing): Promise<string> {
  const { application, author } = writing;
  const { id, agencyId } = application;
  const now = platform.clock.now();
  const waiting = (await unansweredAmong(tx, [id])).has(id);
  const open = mayWrite(author.kind, application, waiting, now);
  if (!open && !(await wasWritten(tx, writing))) throw new Refusal('conversation-closed', 409);
  const kept = await keepWritten(tx, platform, 'message', { ...writing, applicationId: id, agencyId });
  if (!kept.isNew) return kept.id;
  if (author.kind === 'citizen') await markUnanswered(tx, id, now);
  else {
    await settleConversation(tx, id);
    await tell(tx, platform, application, kept.id);
  }
  return kept.id;
}

/** The agency's last answer closes the conversation of an application that has ended: its double is no new message. */
async function wasWritten(tx: Tx, { application, author, idempotencyKey }: Writing): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'SELECT 1 FROM applications.message WHERE application_id = $1 AND author_id = $2 AND idempotency_key = $3',
    [application.id, author.id, idempotencyKey],
  );
  return rows.length > 0;
}

/** The notice says that there is a message, never what it says. */
async function tell(tx: Tx, platform: Platform, application: Application, messageId: string): Promise<void> {
  const { definition } = await revisionById(tx, application.revisionId);
  const agency = await agencyById(tx, application.agencyId);
  const { onBehalfOf, personId } = application;
  const represented = onBehalfOf && (await representedBehind(tx, onBehalfOf)).personId;
  const readers = new Set([personId, ...(represented ? [represented] : [])]);
  for (const [index, reader] of [...readers].entries())
    await addInboxEntry(tx, {
      personId: reader,
      aboutId: messageId,
      sequence: index + 1,
      namesSomebody: false,
      title: inEveryLanguage((each) => texts(each)('notice')),
      body: inEveryLanguage((each) =>
        [say(definition.title, each), application.number, agencyName(agency, each)].join(' · '),
      ),
      href: `/applications/${application.id}/messages`,
      at: platform.clock.now(),
    });
}
