import type { Language, Tx } from '#lib/platform';
import { Tag } from '#lib/web';
import { texts } from './texts.js';
import { unansweredAmong } from './unanswered.js';

/** How much was written about an application. Notes are counted for officers alone. */
export interface Conversation {
  applicationId: string;
  messages: number;
  notes?: number;
  /** Whether the agency owes an answer. */
  unanswered: boolean;
}

/** Counts for the links to what was written, on one side. */
export async function conversationOf(
  tx: Tx,
  applicationId: string,
  side: 'citizen' | 'officer',
): Promise<Conversation> {
  const count = async (table: 'message' | 'note'): Promise<number> => {
    const [row]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM applications.${table} WHERE application_id = $1`,
      [applicationId],
    );
    return row?.count ?? 0;
  };
  return {
    applicationId,
    messages: await count('message'),
    ...(side === 'officer' && { notes: await count('note') }),
    unanswered: (await unansweredAmong(tx, [applicationId])).has(applicationId),
  };
}

/** The ways from an application to its conversation and, at the desk, to its notes. */
export function ConversationLinks({ of, language }: { of: Conversation; language: Language }) {
  const t = texts(language);
  const here = `/applications/${of.applicationId}`;
  const officer = of.notes !== undefined;
  return (
    <p>
      <a href={`${here}/messages`}>{t(officer ? 'desk-link' : 'link', { count: of.messages })}</a>
      {officer && of.unanswered ? (
        <>
          {' '}
          <Tag colour="yellow">{t('waiting')}</Tag>
        </>
      ) : null}
      {officer && (
        <>
          {' · '}
          <a href={`${here}/notes`}>{t('notes-link', { count: of.notes })}</a>
        </>
      )}
    </p>
  );
}
