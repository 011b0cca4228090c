import { differencesOf, type ServiceDefinition } from '#lib/catalogue';
import {
  type Answer,
  displayAnswer,
  type FieldDefinition,
  fieldOf,
  fieldsOf,
  type FormDefinition,
} from '#lib/forms';
import { inEveryLanguage } from '#lib/platform';
import type { DraftContent, FormerAnswer } from '../draft/draft-content.js';
import { placeNames } from '../draft/form-context.js';

/**
 * What a draft holds once it follows another revision. An answer stays where its question is asked the same way and can
 * still be answered so; every other is kept beside the form in words, and comes back where a later revision has a place
 * for it. Pages on which something changed are to be looked at again.
 */
export function carryOver(
  content: DraftContent,
  from: ServiceDefinition,
  to: ServiceDefinition,
): DraftContent {
  const returned = (content.former ?? []).flatMap(({ field, answer }): [string, Answer][] =>
    content.answers[field.id] === undefined && fits(field, answer, to.form) ? [[field.id, answer]] : [],
  );
  const staying = Object.entries(content.answers).filter(([id, answer]) => {
    const field = fieldOf(from.form, id);
    return field !== undefined && fits(field, answer, to.form);
  });
  const answers = Object.fromEntries([...returned, ...staying]);
  const left = fieldsOf(from.form).flatMap((field) => {
    const answer = content.answers[field.id];
    return answer === undefined || Object.hasOwn(answers, field.id)
      ? []
      : [inWords(from.form, field, answer)];
  });
  const before = (content.former ?? []).filter(({ field }) => !Object.hasOwn(answers, field.id));
  const pages = to.form.pages.map(({ id }) => id);
  return {
    ...content,
    answers,
    former: [...before, ...left],
    typed: Object.fromEntries(Object.entries(content.typed).filter(([page]) => pages.includes(page))),
    done: content.done.filter((id) => isUnchanged(id, from.form, to.form)),
  };
}

function fits(field: FieldDefinition, answer: Answer, form: FormDefinition): boolean {
  const now = fieldOf(form, field.id);
  if (!now || now.type !== field.type) return false;
  if (!('list' in now)) return true;
  const choices = (form.lists?.[now.list] ?? []).map(({ value }) => value);
  return [answer].flat().every((one) => choices.includes(String(one)));
}

function inWords(form: FormDefinition, field: FieldDefinition, answer: Answer): FormerAnswer {
  const said = inEveryLanguage((language) =>
    displayAnswer(language, form, field, answer, placeNames(language)),
  );
  return { field, answer, said };
}

function isUnchanged(pageId: string, from: FormDefinition, to: FormDefinition): boolean {
  const fields = to.pages.find(({ id }) => id === pageId)?.fields ?? [];
  return fields.every((field) => {
    const was = fieldOf(from, field.id);
    return was !== undefined && differencesOf([from, was], [to, field]).length === 0;
  });
}
