import { displayAnswer, visibleFields, visiblePages } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { placeNames } from '../draft/form-context.js';
import type { DraftReading } from '../draft/read-draft.js';
import { texts } from './texts.js';

/** Everything a draft says, as plain text that any phone shows: a line for each question, then what has no place any more. */
export function copyOfDraft({ revision, form, visible, content }: DraftReading, language: Language): string {
  const pages = visiblePages(form, visible).map((page) => [
    `\n${say(page.title, language)}`,
    ...visibleFields(page, visible).map((field) => {
      const answer = displayAnswer(language, form, field, visible[field.id], placeNames(language));
      return `${say(field.label, language)}: ${answer}`;
    }),
  ]);
  const former = (content.former ?? []).map(
    ({ field, said }) => `${say(field.label, language)}: ${said[language]}`,
  );
  const rest = former.length > 0 ? [`\n${texts(language)('former-title')}`, ...former] : [];
  return [say(revision.definition.title, language), ...pages.flat(), ...rest, ''].join('\n');
}
