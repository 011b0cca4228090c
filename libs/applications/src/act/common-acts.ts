import { defineTexts, type Language, languages, type Localised } from '#lib/platform';
import type { Told } from '../application/told.js';
import en from './common-acts.en.json' with { type: 'json' };
import fr from './common-acts.fr.json' with { type: 'json' };
import vi from './common-acts.vi.json' with { type: 'json' };

const texts = defineTexts({ vi, en, fr });

interface CommonActDefinition {
  told: Told;
  /** Whether it may also happen to an application that has ended. */
  afterEnd?: true;
}

/** What may happen to an application whatever its workflow: it moves no state. Its words are `common-acts.*.json`. */
export const commonActs = {
  assign: { told: 'officers' },
  'take-over': { told: 'officers' },
  'give-back': { told: 'officers' },
  unassign: { told: 'officers' },
  transfer: { told: 'inbox' },
  'extend-deadline': { told: 'inbox' },
  'recount-deadline': { told: 'inbox' },
  apologise: { told: 'inbox' },
  'warn-deadline': { told: 'officers' },
  escalate: { told: 'timeline' },
  'migrate-revision': { told: 'inbox' },
  'move-to-successor': { told: 'inbox', afterEnd: true },
  'complaint-filed': { told: 'timeline', afterEnd: true },
  'appeal-filed': { told: 'timeline', afterEnd: true },
  'correction-filed': { told: 'timeline', afterEnd: true },
  'complaint-upheld': { told: 'inbox', afterEnd: true },
  'decide-again': { told: 'inbox', afterEnd: true },
  'replace-result': { told: 'inbox', afterEnd: true },
} as const satisfies Record<keyof typeof vi, CommonActDefinition>;

export type CommonActType = keyof typeof commonActs;

/** How a common act is kept. */
export function commonAct(type: CommonActType): CommonActDefinition {
  return commonActs[type];
}

/** What happened, in the words of the timeline; `{{name}}` in them is the detail of that name. */
export function commonPast(type: CommonActType, details: Record<string, unknown>): Localised {
  const said = languages.map((language) => [language, texts(language)(type, inLanguage(details, language))]);
  return Object.fromEntries(said) as unknown as Localised;
}

function inLanguage(details: Record<string, unknown>, language: Language): Record<string, unknown> {
  const spoken = (value: unknown) =>
    typeof value === 'object' && value !== null && language in value ? (value as Localised)[language] : value;
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, spoken(value)]));
}
