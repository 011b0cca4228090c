import { type OpenMandate, mandateRules, representedName } from '#lib/identity';
import type { Language } from '#lib/platform';
import { Button } from '#lib/web';
import type { Draft } from '../draft/draft.entity.js';
import { texts } from './texts.js';

/** Whether the writer of a draft only prepares it: it is signed by whom it is for, once they have it. */
export function isPrepared(draft: Draft, mandate: OpenMandate | undefined): boolean {
  return Boolean(
    mandate && mandateRules[mandate.kind].preparesOnly && draft.personId === draft.representedBy,
  );
}

/** The button with which a helper gives a finished draft away. */
export function Handover({
  draft,
  mandate,
  language,
}: {
  draft: Draft;
  mandate: OpenMandate;
  language: Language;
}) {
  const t = texts(language);
  return (
    <form method="post" action={`/drafts/${draft.id}/handover`}>
      <p>{t(draft.supplements ? 'handover-supplement-text' : 'handover-text')}</p>
      <Button preventDoubleClick>
        {t(draft.supplements ? 'handover-supplement-button' : 'handover-button', {
          name: representedName(mandate),
        })}
      </Button>
    </form>
  );
}
