import { type Language, languages, type Localised } from '#lib/platform';
import {
  placedTransitions,
  type StateDefinition,
  type TransitionDefinition,
  type Transitions,
  type WorkflowDefinition,
} from './workflow-definition.js';
import eventsEn from './words/events.en.json' with { type: 'json' };
import eventsFr from './words/events.fr.json' with { type: 'json' };
import eventsVi from './words/events.vi.json' with { type: 'json' };
import statesEn from './words/states.en.json' with { type: 'json' };
import statesFr from './words/states.fr.json' with { type: 'json' };
import statesVi from './words/states.vi.json' with { type: 'json' };

type Words = Record<Language, Record<string, string>>;
const events: Words = { vi: eventsVi, en: eventsEn, fr: eventsFr };
const states: Words = { vi: statesVi, en: statesEn, fr: statesFr };

/**
 * A definition with the words that were left out: events and states that most workflows share (`accept`, `filed`) have
 * theirs here. What is written stays as it is. The definition must have the shape of one.
 */
export function withWords(definition: WorkflowDefinition): WorkflowDefinition {
  return { ...definition, states: statesWithWords(definition.states) };
}

function statesWithWords(written: Record<string, StateDefinition>): Record<string, StateDefinition> {
  return mapValues(written, (state, name) => {
    const filled = fill(state, states, name, ['label', 'explains']);
    return {
      ...filled,
      ...(state.on && { on: mapValues(state.on, transitionsWithWords) }),
      ...(state.states && { states: statesWithWords(state.states) }),
    };
  });
}

function transitionsWithWords(written: Transitions, event: string): Transitions {
  const filled = placedTransitions(written).map(({ one }) => fill(one, events, event, ['label', 'past']));
  if (Array.isArray(written)) return filled;
  if ('oneOf' in written) return { oneOf: filled };
  return 'firstOf' in written ? { firstOf: filled } : (filled[0] as TransitionDefinition);
}

function fill<T extends object, K extends keyof T & string>(
  one: T,
  words: Words,
  name: string,
  keys: K[],
): T {
  const missing = keys.flatMap((key) => {
    const known = one[key] === undefined ? wordsOf(words, `${name}.${key}`) : undefined;
    return known ? [[key, known] as const] : [];
  });
  return { ...one, ...Object.fromEntries(missing) };
}

function wordsOf(words: Words, key: string): Localised | undefined {
  if (!Object.hasOwn(words.vi, key)) return undefined;
  return Object.fromEntries(
    languages.map((language) => [language, words[language][key]]),
  ) as unknown as Localised;
}

function mapValues<T>(record: Record<string, T>, change: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
