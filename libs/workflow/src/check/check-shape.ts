import { languages } from '#lib/platform';
import { type Finding, finding } from './finding.js';

/** Many times the largest that ships: what is larger would be looked through for minutes. */
const mostValues = 50_000;

/** Nobody can read states within states deeper than this; what is read from a file may even hold itself. */
const deepest = 8;

/**
 * Whether the data has the shape of a definition at all, so that the other checks can rely on its types. Keys nobody
 * reads are findings as well: a misspelt `efects` would otherwise do nothing, silently.
 */
export function checkShape(definition: unknown): Finding[] {
  if (holdsMoreThan(mostValues, definition))
    return [finding('states', 'too-many-values', { most: String(mostValues) })];
  return shapes.definition(definition, '');
}

type Check = (value: unknown, path: string) => Finding[];

const anything: Check = () => [];

const text = kind('text', (value) => typeof value === 'string' && value !== '');
const number = kind('number', (value) => typeof value === 'number');
const yes = kind('true', (value) => value === true);
const texts = kind('list', (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'));
const localised: Check = (value, path) =>
  isRecord(value)
    ? record(Object.fromEntries(languages.map((language) => [language, anything])))(value, path)
    : [finding(path, 'malformed', { expected: 'localised' })];

const term = kind('term', isRecord);

const transition = record({
  to: text,
  by: optional(texts),
  label: optional(localised),
  past: optional(localised),
  guard: optional(text),
  effects: optional(texts),
  clock: optional(text),
  needs: optional(texts),
  form: optional(record({ fields: anything, lists: anything })),
  attachments: optional(record({ title: optional(localised), required: kind('yes-or-no', isYesOrNo) })),
  notBy: optional(texts),
  notByOriginal: optional(texts),
  hidden: optional(yes),
  consultation: optional(record({ within: term, silence: text })),
});

const list = listOf(transition);
const transitions: Check = (value, path) => {
  if (Array.isArray(value)) return list(value, path);
  if (isRecord(value) && 'oneOf' in value) return record({ oneOf: list })(value, path);
  if (isRecord(value) && 'firstOf' in value) return record({ firstOf: list })(value, path);
  return transition(value, path);
};

const state: Check = (value, path) =>
  path.split('.states.').length > deepest
    ? [finding(path, 'malformed', { expected: 'fewer-levels' })]
    : stateShape(value, path);

const stateShape: Check = (value, path) =>
  record({
    label: optional(localised),
    explains: optional(localised),
    status: optional(number),
    waitsFor: optional(text),
    final: optional(yes),
    deadline: optional(record({ within: term, send: text })),
    noDeadline: optional(localised),
    on: optional(map(transitions)),
    type: optional(text),
    initial: optional(text),
    states: optional(map(state)),
  })(value, path);

const shapes = {
  definition: record({
    id: text,
    title: optional(localised),
    initial: text,
    states: map(state),
    sources: optional(texts),
    assumptions: optional(texts),
  }),
};

function holdsMoreThan(most: number, all: unknown): boolean {
  const open = [all];
  let count = 0;
  for (let one = open.pop(); count <= most && one !== undefined; one = open.pop()) {
    count += 1;
    if (typeof one === 'object' && one !== null)
      for (const inner of Object.values(one)) open.push(inner ?? '');
  }
  return count > most;
}

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

function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length === 0)
      return [finding(path, 'malformed', { expected: 'transitions' })];
    return value.flatMap((one, index) => check(one, `${path}[${index}]`));
  };
}

function isYesOrNo(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path ? `${path}.${key}` : key;
}
