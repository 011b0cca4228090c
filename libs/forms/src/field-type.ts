import type { Language, Localised } from '#lib/platform';
import type { Answer, Answers } from './answer.js';
import type { Typed } from './clean.js';
import type { Condition } from './condition.js';
import type { AgencyBody } from './fields/agency.js';
import type { TextKey } from './texts.js';

export type JsonSchema = { [keyword: string]: unknown };

/** A choice. With `when` it is offered only if the condition holds. */
export interface ListItem {
  value: string;
  label: Localised;
  when?: Condition;
}
export type Lists = Record<string, ListItem[]>;
export type Choice = { value: string; label: string };

/** Where an answer can be taken from: a key of the registers, such as `person.name`, if the condition holds. */
export interface PrefillSource {
  prefill: string;
  prefillWhen?: Condition;
}

/** What every field says of itself. `id` is camelCase and unique in the form. */
export interface FieldBase extends Partial<PrefillSource> {
  id: string;
  type: string;
  /** A noun phrase: it is shown over the field and named in the sentences about it. */
  label: Localised;
  hint?: Localised;
  optional?: true;
  when?: Condition;
  /** Further sources, tried in order after `prefill`. */
  prefillOr?: PrefillSource[];
}

/** What an answer is checked against besides its schema. `today` is the legal date, YYYY-MM-DD. */
export interface FormContext extends KnownPlaces {
  today: string;
}

/** The places in force and the former ones, by their codes. */
export interface KnownPlaces {
  /** A district (three digits) or commune (five) before 1 July 2025. */
  formerPlace(code: string): FormerPlace | undefined;
  isProvince(code: string): boolean;
  /** The province a commune belongs to, by their codes; undefined if there is no such commune. */
  provinceOfCommune(code: string): string | undefined;
}

/** What was a district or a commune before 1 July 2025. */
export interface FormerPlace {
  /** Of a district its province, of a commune its district. */
  parent: string;
  /** Whether it had communes, as all districts but five. */
  hasCommunes: boolean;
  /** The communes of today in its place; several where it was divided. */
  successors: string[];
}

export type Part = 'day' | 'month' | 'year' | 'province' | 'district' | 'commune' | 'today' | 'detail';
export type Facts = Record<string, string | number>;

/** What is wrong with an answer: the key of the sentence that says how to mend it, and what the sentence names. */
export interface Problem {
  code: TextKey;
  part?: Part;
  facts?: Facts;
}

/** A schema keyword an answer failed, and where inside the answer: ['commune'], [] for the whole. */
export interface Failure {
  keyword: string;
  path: string[];
  params: Record<string, unknown>;
}

/** Names of places for display. */
export interface PlaceNames {
  province(code: string): string | undefined;
  commune(code: string): string | undefined;
  /** A former commune or district as it was called, and what it is now: `today`, or what follows from it. */
  formerPlace(code: string, today: string): string;
  /** The agency of a place, by the body and the name of the place: “Công an phường Cửa Nam”. */
  agency(body: AgencyBody | undefined, place: string): string;
}

/** What stands around an answer: those before it and beside it, the day, the places and lists. */
export interface Situation {
  answers: Answers;
  context: FormContext;
  lists: Lists;
}

/**
 * Everything there is to know about a type of field; one file each in `fields/`.
 * `read` and `write` are each other's inverse for every answer the schema accepts.
 */
export interface FieldType<F extends FieldBase = FieldBase, A extends Answer = Answer> {
  /** JSON Schema of what a definition may set besides the properties of every field. */
  settings: Record<string, JsonSchema>;
  requiredSettings?: string[];
  /** Inputs are named `<field>-<part>`; without parts there is one, named as the field. [] if nothing is posted. */
  parts?: readonly Part[];
  /** One name is posted with several values. An empty hidden input of that name tells "none" from "not asked". */
  many?: true;
  /** The sentence for no answer at all. */
  missing: TextKey;
  holds(answer: unknown): answer is A;
  /** Undefined if nothing was typed. What cannot be understood is kept as it was typed, for the schema to refuse. */
  read(typed: Typed, field: F): Answer | undefined;
  /** What to put into the inputs so that they show the answer. */
  write(answer: A, field: F): Typed;
  schema(field: F, lists: Lists): JsonSchema;
  /** The one thing to say about an answer that failed its schema. */
  explain(failures: Failure[], answer: unknown, field: F): Problem;
  /** What a schema cannot say: today's date, other answers, places. */
  check?(answer: A, field: F, situation: Situation): Problem | undefined;
  display(answer: A, field: F, show: { language: Language; names: PlaceNames; lists: Lists }): string;
  choices?(field: F, lists: Lists, language: Language): (Choice & { when?: Condition })[];
}

/** Explains by the first keyword of the table that failed; the table is in order of importance. */
export function byKeyword(table: Record<string, TextKey>): FieldType['explain'] {
  return (failures) => {
    for (const [keyword, code] of Object.entries(table)) {
      const failure = failures.find((failed) => failed.keyword === keyword);
      if (!failure) continue;
      const { limit } = failure.params;
      return typeof limit === 'number' ? { code, facts: { limit } } : { code };
    }
    return { code: 'unreadable' };
  };
}
