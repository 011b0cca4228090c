import { formatDate, formatDateTime } from '#lib/calendar';
import type { Language, Platform, Translate, Tx } from '#lib/platform';

/** Whose record is read, and in which language it is said. */
export interface RecordReading {
  tx: Tx;
  platform: Platform;
  personId: string;
  language: Language;
}

/** Something held about a person: as it is held, for the file, and as it is said, for the page. */
export interface RecordFact {
  name: string;
  label: string;
  /** Plain data; a `Date` becomes an ISO 8601 instant in UTC. */
  value: unknown;
  /** Undefined where there is nothing to read: nothing is held, or another fact says the same in words. */
  said: string | undefined;
}

/** Facts that belong together, the one that tells it from the others first. */
export type RecordEntry = (RecordFact | RecordSection)[];

/** What is held of one kind. The page and the file are made of the same sections, so neither says more than the other. */
export interface RecordSection {
  name: string;
  title: string;
  entries: RecordEntry[];
  /** There is exactly one: the file holds the entry itself, no list. */
  single: boolean;
}

type After<Key, Prefix extends string> = Key extends `${Prefix}${infer Name}` ? Name : never;
type Held<Value> = Value | null | undefined;

/**
 * Writes sections of a record in the words of a slice: `section-<name>` names a section, `fact-<name>` a fact.
 */
export function recordWriter<Key extends string>(language: Language, t: Translate<Key>) {
  type FactName = After<Key, 'fact-'>;
  type SectionName = After<Key, 'section-'>;

  /** A fact that is said in these words. */
  const fact = <Value>(
    name: FactName,
    value: Held<Value>,
    words: (value: Value) => string | undefined,
  ): RecordFact => ({
    name,
    label: t(`fact-${name}` as Key),
    value: value ?? null,
    said: value === null || value === undefined ? undefined : words(value),
  });
  const section = (name: SectionName, entries: RecordEntry[], single = false): RecordSection => ({
    name,
    title: t(`section-${name}` as Key),
    entries,
    single,
  });
  return {
    fact,
    section,
    one: (name: SectionName, entry: RecordEntry) => section(name, [entry], true),
    text: (name: FactName, value: Held<string>) => fact(name, value, (text) => text),
    time: (name: FactName, value: Held<Date>) =>
      fact(name, value, (at) => formatDateTime(language, at, { weekday: false })),
    /** A day, YYYY-MM-DD. */
    day: (name: FactName, value: Held<string>) => fact(name, value, (day) => formatDate(language, day)),
    /** For software alone; another fact of the entry says the same in words. */
    data: (name: string, value: unknown): RecordFact => ({
      name,
      label: '',
      value: value ?? null,
      said: undefined,
    }),
  };
}

/** The same as plain data, by names. */
export function recordData(sections: RecordSection[]): Record<string, unknown> {
  return Object.fromEntries(
    sections.map(({ name, entries, single }) => {
      const all = entries.map(entryData);
      return [name, single ? all[0] : all];
    }),
  );
}

function entryData(entry: RecordEntry): Record<string, unknown> {
  const { facts, parts } = factsAndParts(entry);
  return { ...Object.fromEntries(facts.map(({ name, value }) => [name, value])), ...recordData(parts) };
}

/** An entry's own facts, and what lies below it. */
export function factsAndParts(entry: RecordEntry): { facts: RecordFact[]; parts: RecordSection[] } {
  return {
    facts: entry.filter((each): each is RecordFact => !('entries' in each)),
    parts: entry.filter((each): each is RecordSection => 'entries' in each),
  };
}
