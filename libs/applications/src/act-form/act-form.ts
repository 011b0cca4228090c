import type { FieldDefinition, FormDefinition, PageDefinition } from '#lib/forms';
import { languages, type Localised } from '#lib/platform';
import type { TransitionDefinition } from '#lib/workflow';
import { texts } from './texts.js';

/** What an act asks along with it, as a form of one page; undefined where it asks nothing. */
export function actForm({ form, label }: TransitionDefinition): FormDefinition | undefined {
  if (!form) return undefined;
  const page: PageDefinition = { id: 'act', title: label, fields: form.fields };
  return { pages: [page], ...(form.lists && { lists: form.lists }) };
}

/** The same for a citizen, who types a reason as one more answer. */
export function citizenAct(transition: TransitionDefinition): TransitionDefinition {
  const { needs = [], form } = transition;
  if (!needs.includes('reason')) return transition;
  const inEach = languages.map((language) => [language, texts(language)('reason')]);
  const reason: FieldDefinition = {
    id: 'reason',
    type: 'text',
    label: Object.fromEntries(inEach) as unknown as Localised,
    maxLength: 4000,
    multiline: true,
  };
  return { ...transition, form: { ...form, fields: [...(form?.fields ?? []), reason] } };
}

/** Whether whoever acts is asked for anything here. */
export function asksAlong({ form, attachments }: TransitionDefinition): boolean {
  return form !== undefined || attachments !== undefined;
}
