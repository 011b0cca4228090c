import type { FileAnswer } from '#lib/forms';
import type { Language } from '#lib/platform';
import { UploadedFiles } from '#lib/web';
import type { ApplicationEvent } from '../application/read-events.js';
import { fileSize } from '../application/file-size.js';
import type { Said } from './read-act-form.js';

interface SaidNoteProps {
  event: ApplicationEvent;
  language: Language;
  /** Where the papers of this application are read. */
  papersAt: string;
}

/** What was answered and handed in along with an act. */
export function SaidNote({ event, language, papersAt }: SaidNoteProps) {
  const { said = [], attachments = [] } = event.details as { said?: Said[]; attachments?: FileAnswer[] };
  return (
    <>
      {said.map(({ label, value }) => (
        <p class="written">
          {label[language]}: {value[language]}
        </p>
      ))}
      {attachments.length > 0 && (
        <UploadedFiles
          digestLabel="SHA-256"
          files={attachments.map(({ attachment, name, size, sha256 }) => ({
            name,
            size: fileSize(language, size),
            href: `${papersAt}/${attachment}`,
            digest: sha256,
          }))}
        />
      )}
    </>
  );
}
