import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { mayWrite } from './may-write.js';
import { type Message, readWritten } from './message.js';
import type { MessagesPageProps } from './messages-page.js';
import { unansweredAmong } from './unanswered.js';

/** What the page of a conversation shows to one side. */
export async function readConversation(
  tx: Tx,
  platform: Platform,
  side: Message['author']['kind'],
  application: Application,
): Promise<Omit<MessagesPageProps, 'context' | 'sent' | 'typed'>> {
  const unanswered = (await unansweredAmong(tx, [application.id])).has(application.id);
  return {
    side,
    application,
    definition: (await revisionById(tx, application.revisionId)).definition,
    agency: await agencyById(tx, application.agencyId),
    messages: await readWritten(tx, platform, 'message', application.id),
    unanswered,
    open: mayWrite(side, application, unanswered, platform.clock.now()),
  };
}

/** Whether the message that an address says was just sent is the reader's own. */
export function hasSent(messages: Message[], done: unknown, reader: string): boolean {
  return messages.some(({ id, author }) => id === done && author.id === reader);
}
