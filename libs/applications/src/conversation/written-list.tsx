import { formatDateTime } from '#lib/calendar';
import type { Language } from '#lib/platform';
import { Timeline } from '#lib/web';
import type { Message } from './message.js';
import { texts } from './texts.js';

interface WrittenListProps {
  messages: Message[];
  /** Id of whoever reads: what they wrote themselves is said to be theirs. */
  reader: string;
  /** Name of the agency in the reader's language. */
  agency: string;
  language: Language;
}

/** What was written, newest first, with who and when. */
export function WrittenList({ messages, reader, agency, language }: WrittenListProps) {
  const t = texts(language);
  return (
    <Timeline
      headingLevel={2}
      events={messages.toReversed().map(({ at, author, text }) => ({
        title: author.id === reader ? t('you', { name: author.name }) : author.name,
        time: formatDateTime(language, at),
        dateTime: at.toISOString(),
        actor: t(author.kind, { agency }),
        text: <p class="written">{text}</p>,
      }))}
    />
  );
}
