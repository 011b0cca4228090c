import {
  type Answers,
  checkPage,
  displayAnswer,
  errorSentence,
  inputsOf,
  readPage,
  visibleFields,
} from '#lib/forms';
import {
  type Language,
  languages,
  type Localised,
  type Platform,
  Refusal,
  refusalWords,
} from '#lib/platform';
import type { TransitionDefinition } from '#lib/workflow';
import { formContext, placeNames } from '../draft/form-context.js';
import { actForm } from './act-form.js';
import { texts } from './texts.js';

/** What was answered along with an act, in words that stay readable whatever becomes of its definition. */
export interface Said {
  label: Localised;
  value: Localised;
}

/** What is wrong with what was typed: which input, and the sentence that says how to mend it. */
export interface SaidError {
  id: string;
  said: Localised;
}

/**
 * Reads what an act asks along with it from a posted body: answers, for machines and in words, to be kept with its
 * event; whether its paper came, the caller knows.
 */
export function readActForm(
  platform: Platform,
  transition: TransitionDefinition,
  body: unknown,
  came: boolean | Refusal,
): { details: { answered?: Answers; said?: Said[] }; errors: SaidError[] } {
  const { attachments } = transition;
  const missing = attachments && (came instanceof Refusal || (attachments.required && !came));
  const errors: SaidError[] = missing
    ? [{ id: 'file', said: inEach((language) => fileSentence(language, attachments.title, came)) }]
    : [];
  const form = actForm(transition);
  const [page] = form?.pages ?? [];
  if (!form || !page) return { details: {}, errors };
  const { answers } = readPage(page, body);
  const wrong = checkPage(form, page, answers, formContext(platform)).map((error) => {
    const field = page.fields.find(({ id }) => id === error.field);
    const first = (field && inputsOf(field)[0]) ?? error.field;
    return {
      id: error.part ? `${error.field}-${error.part}` : first,
      said: inEach((language) => errorSentence(language, form, error)),
    };
  });
  const asked = visibleFields(page, answers).filter(({ id }) => answers[id] !== undefined);
  const said = asked.map((field) => ({
    label: field.label,
    value: inEach((language) =>
      displayAnswer(language, form, field, answers[field.id], placeNames(language)),
    ),
  }));
  const answered = Object.fromEntries(asked.map(({ id }) => [id, answers[id]])) as Answers;
  return { details: { answered, said }, errors: [...wrong, ...errors] };
}

/** Why there is no file; without words of its own it is to be chosen again. */
function fileSentence(language: Language, title: Localised, came: boolean | Refusal): string {
  const t = texts(language);
  if (!(came instanceof Refusal)) return t('file-missing', { title: title[language] });
  const words = refusalWords(came.code, language, came.facts);
  return words ? `${words.title}. ${words.help}` : t('file-again');
}

function inEach(words: (language: (typeof languages)[number]) => string): Localised {
  return Object.fromEntries(languages.map((language) => [language, words(language)])) as unknown as Localised;
}
