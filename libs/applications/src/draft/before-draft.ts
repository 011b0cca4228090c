import type { Language } from '#lib/platform';
import type { OpenDraft } from './open-draft.js';
import { texts } from './texts.js';

/** Where the way through a draft begins: the start of the procedure, or the application that it answers or is about. */
export function beforeDraft(
  { draft, about }: OpenDraft,
  language: Language,
): { href: string; text?: string } {
  const text = texts(language)('back-start');
  if (draft.supplements)
    return {
      href:
        draft.representedBy === draft.personId
          ? '/assisted-supplements'
          : `/applications/${draft.supplements}/supplement`,
    };
  if (about) return { href: `/applications/${about.link.originalId}/remedies`, text };
  return { href: `/procedures/${draft.code}/start`, text };
}
