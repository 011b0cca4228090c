import { applicantKinds, type Level } from '../import/procedure-facts.js';
import type { LifeEvent } from '../import/life-events.js';
import type { GovernmentField } from './fields-of-government.js';

/** The levels a person can choose from; the others are too few or gone. */
export const offeredLevels = ['commune', 'province', 'ministry'] as const satisfies Level[];

/** What the address of a list asks for. */
export interface ListQuery {
  words: string;
  field?: GovernmentField | undefined;
  level?: (typeof offeredLevels)[number] | undefined;
  applicant?: (typeof applicantKinds)[number] | undefined;
  online?: 'yes' | 'no' | undefined;
  event?: LifeEvent | undefined;
  page: number;
}

/** Reads the query of an address. Values nobody knows are left out; a repeated one counts once. Never refuses. */
export function readListQuery(
  query: Record<string, unknown>,
  known: { fields: GovernmentField[]; events: LifeEvent[] },
): ListQuery {
  const text = (name: string) => {
    const value = Object.hasOwn(query, name) ? query[name] : undefined;
    const [first] = Array.isArray(value) ? value : [value];
    return typeof first === 'string' ? first.replaceAll('\0', '').normalize('NFC').trim() : '';
  };
  const one = <T extends string>(name: string, of: readonly T[]) => of.find((each) => each === text(name));
  const page = Math.trunc(Number(text('page')));
  return {
    words: text('q').slice(0, 200),
    field: known.fields.find(({ slug }) => slug === text('field')),
    level: one('level', offeredLevels),
    applicant: one('applicant', applicantKinds),
    online: one('online', ['yes', 'no'] as const),
    event: known.events.find(({ id }) => id === text('event')),
    page: page >= 1 ? Math.min(page, 1_000_000) : 1,
  };
}

/** The values of a query as they stand in an address, by name; those that are not set are left out. */
export function listValues({
  words,
  field,
  level,
  applicant,
  online,
  event,
}: ListQuery): Record<string, string> {
  const values = { q: words, event: event?.id, field: field?.slug, level, applicant, online };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** The address of a list with some values other than in `query`; `undefined` takes one out. Page 1 is not named. */
export function listHref(
  query: ListQuery,
  changes: Record<string, string | number | undefined> = {},
): string {
  const values = { ...listValues(query), ...changes };
  const kept = Object.entries(values).filter(
    ([name, value]) => value !== undefined && !(name === 'page' && value === 1),
  );
  const search = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return search ? `/procedures?${search}` : '/procedures';
}

/** Whether any filter is set, words aside. */
export function isFiltered({ field, level, applicant, online }: ListQuery): boolean {
  return Boolean(field || level || applicant || online);
}
