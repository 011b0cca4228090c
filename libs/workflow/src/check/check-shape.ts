import { type Finding, finding } from './finding.js';

/**
 * Whether the data has the shape of a definition at all, so that the other checks can rely on its types. Keys nobody
 * reads are findings as well: a misspelt `efects` would otherwise do nothing, silently.
 */
export function checkShape(definition: unknown): Finding[] {
  return shapes.definition(definition, '');
}

type Check = (value: unknown, path: string) => Finding[];

const text = kind('text', (value) => typeof value === 'string' && value !== '');
const number = kind('number', (value) => typeof value === 'number');
const yes = kind('true', (value) => value === true);
const texts = kind(
  'list of texts',
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
);
const localised = kind('text in each language', isRecord);

const transition = record({
  to: text,
  by: optional(texts),
  label: optional(localised),
  past: optional(localised),
  guard: optional(text),
  effects: optional(texts),
  clock: optional(text),
  needs: optional(texts),
});

const state: Check = (value, path) =>
  record({
    label: optional(localised),
    explains: optional(localised),
    status: optional(number),
    waitsFor: optional(text),
    final: optional(yes),
    on: optional(map(oneOrMore(transition))),
    type: optional(text),
    initial: optional(text),
    states: optional(map(state)),
  })(value, path);

const shapes = { definition: record({ id: text, initial: text, states: map(state) }) };

function kind(expected: string, fits: (value: unknown) => boolean): Check {
  return (value, path) => (fits(value) ? [] : [finding(path, 'malformed', { expected })]);
}

function optional(check: Check): Check {
  return (value, path) => (value === undefined ? [] : check(value, path));
}

function record(fields: Record<string, Check>): Check {
  return (value, path) => {
    if (!isRecord(value)) return [finding(path, 'malformed', { expected: 'record' })];
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    return [
      ...unknown.map((key) => finding(join(path, key), 'key-unknown', { key })),
      ...Object.entries(fields).flatMap(([key, check]) => check(value[key], join(path, key))),
    ];
  };
}

function map(check: Check): Check {
  return (value, path) => {
    if (!isRecord(value)) return [finding(path, 'malformed', { expected: 'record' })];
    return Object.entries(value).flatMap(([key, one]) => check(one, join(path, key)));
  };
}

function oneOrMore(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return check(value, path);
    if (value.length === 0) return [finding(path, 'malformed', { expected: 'at least one transition' })];
    return value.flatMap((one, index) => check(one, `${path}[${index}]`));
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
