import { languages, type Localised } from '#lib/platform';
import type { RevisionMapping } from './check-mapping.js';

/** A mapping as a file holds it; undefined where it has not the shape of one. */
export function readMapping(data: unknown): RevisionMapping | undefined {
  const { procedure, from, to, states, fields = {}, reason } = record(data) ?? {};
  const words = record(reason);
  const worded = languages.every(
    (language) => typeof words?.[language] === 'string' && words[language] !== '',
  );
  const numbers = [from, to].every((number) => Number.isInteger(number)) && from !== to;
  const paths = record(states);
  const named = record(fields);
  if (typeof procedure !== 'string' || !numbers || !worded || !paths || !named) return undefined;
  if (!Object.values(paths).every((path) => typeof path === 'string')) return undefined;
  if (!Object.values(named).every((id) => typeof id === 'string' || id === null)) return undefined;
  return {
    procedure,
    from: from as number,
    to: to as number,
    states: paths as Record<string, string>,
    fields: named as Record<string, string | null>,
    reason: reason as Localised,
  };
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
