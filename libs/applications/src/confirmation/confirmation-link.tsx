import type { Language } from '#lib/platform';
import type { DraftReading } from '../draft/read-draft.js';
import { texts } from '../representation/texts.js';
import { highestByCode } from './confirmable.js';

/** Leads a helper to the page where the citizen confirms with a code, where the procedure lets them. */
export function ConfirmationLink({ reading, language }: { reading: DraftReading; language: Language }) {
  const { draft, revision } = reading;
  if (revision.definition.assurance > highestByCode) return null;
  return (
    <p>
      <a href={`/drafts/${draft.id}/confirmation`}>{texts(language)('confirm-link')}</a>
    </p>
  );
}
