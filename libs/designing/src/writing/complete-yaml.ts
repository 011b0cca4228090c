/** JSON Schema, as far as completing asks it. */
export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
}

/** What may stand where the cursor is. */
export interface Completions {
  /** Column at which what is typed so far begins. */
  from: number;
  options: { label: string; kind: 'key' | 'value'; required: boolean }[];
}

/** Where a line begins to say something, and the key it says. */
const lead = /^(\s*(?:- +)*)(?:([\w.@-]+):(?=\s|$))?/;

/**
 * What a schema allows at a place of a text in YAML: keys that are not said yet, those that must be first, or values. The
 * text need not be whole. Lists are gone through without being named; braces on one line are understood.
 */
export function completeYaml(
  schema: Schema,
  lines: readonly string[],
  row: number,
  column: number,
): Completions | undefined {
  const line = (lines[row] ?? '').slice(0, column);
  if (/(^|\s)#/.test(line)) return undefined;
  const inBraces = /([\w.@-]+):\s*\{([^{}]*)$/.exec(line);
  if (inBraces) return completeInBraces(schema, lines, row, line, inBraces);
  const value = /^(\s*(?:- +)*)([\w.@-]+):\s+(\S*)$/.exec(line);
  if (value) {
    const [, before = '', key = '', typed = ''] = value;
    const path = [...pathAbove(lines, row, before.length), key];
    return valuesFor(at(schema, path, typeOf(lines, row, before.length)), column - typed.length);
  }
  const word = /^(\s*(?:- +)*)([\w.@-]*)$/.exec(line);
  if (!word) return undefined;
  const [, before = '', typed = ''] = word;
  const schemas = at(schema, pathAbove(lines, row, before.length), typeOf(lines, row, before.length));
  const from = column - typed.length;
  const keys = keysFor(schemas, from, saidBeside(lines, row, before.length));
  return keys.options.length > 0 || !before.includes('-') ? keys : valuesFor(schemas, from);
}

function completeInBraces(
  schema: Schema,
  lines: readonly string[],
  row: number,
  line: string,
  [, key = '', inside = '']: RegExpExecArray,
): Completions | undefined {
  const start = lead.exec(line)?.[1]?.length ?? 0;
  const outer = lead.exec(line)?.[2];
  const path = [...pathAbove(lines, row, start), ...(outer && outer !== key ? [outer] : []), key];
  const last = inside.split(',').at(-1) ?? '';
  const value = /^\s*([\w.@-]+):\s+(\S*)$/.exec(last);
  if (value) {
    const [, said = '', typed = ''] = value;
    return valuesFor(at(schema, [...path, said], undefined), line.length - typed.length);
  }
  const typed = /^\s*([\w.@-]*)$/.exec(last)?.[1];
  if (typed === undefined) return undefined;
  const said = new Set([...inside.matchAll(/([\w.@-]+):/g)].map(([, name = '']) => name));
  return keysFor(at(schema, path, undefined), line.length - typed.length, said);
}

/** The keys that lead to a column of a line, the outermost first. */
function pathAbove(lines: readonly string[], row: number, column: number): string[] {
  const path: string[] = [];
  let inside = column;
  for (let above = row - 1; above >= 0 && inside > 0; above -= 1) {
    const [, before = '', key] = lead.exec(lines[above] ?? '') ?? [];
    if (key === undefined || before.length >= inside) continue;
    path.unshift(key);
    inside = before.length;
  }
  return path;
}

/** The lines that stand in the same mapping as a column of a line, that line aside. */
function beside(lines: readonly string[], row: number, column: number): string[] {
  const found: string[] = [];
  const look = (from: number, by: 1 | -1) => {
    for (let each = from; each >= 0 && each < lines.length; each += by) {
      const line = lines[each] ?? '';
      if (line.trim() === '' || /^\s*#/.test(line)) continue;
      const [, before = ''] = lead.exec(line) ?? [];
      if (before.length < column) return;
      if (before.length > column) continue;
      if (by === 1 && before.includes('-')) return;
      found.push(line);
      if (before.includes('-')) return;
    }
  };
  if (!lead.exec(lines[row] ?? '')?.[1]?.includes('-')) look(row - 1, -1);
  look(row + 1, 1);
  return found;
}

function saidBeside(lines: readonly string[], row: number, column: number): Set<string> {
  return new Set(beside(lines, row, column).flatMap((line) => lead.exec(line)?.[2] ?? []));
}

/** What a `type:` in the same mapping says: it decides between alternatives. */
function typeOf(lines: readonly string[], row: number, column: number): string | undefined {
  const said = [lines[row] ?? '', ...beside(lines, row, column)];
  return said.flatMap((line) => /^\s*(?:- +)*type:\s+([\w-]+)/.exec(line)?.[1] ?? [])[0];
}

/** The schemas that hold at a path, lists gone through, alternatives apart. */
function at(root: Schema, path: string[], type: string | undefined): Schema[] {
  let here = spread(root, root);
  for (const key of path)
    here = here.flatMap((schema) => {
      const { properties, additionalProperties: rest } = schema;
      const inner = properties?.[key] ?? (typeof rest === 'object' ? rest : undefined);
      return inner ? spread(root, inner) : [];
    });
  const fitting = here.filter(({ properties }) => {
    const only = properties?.type?.const;
    return type === undefined || only === undefined || only === type;
  });
  return fitting.length > 0 ? fitting : here;
}

function spread(root: Schema, schema: Schema, depth = 0): Schema[] {
  if (depth > 12) return [];
  const { $ref, anyOf, oneOf, items, ...own } = schema;
  const named = $ref?.startsWith('#/$defs/') ? root.$defs?.[$ref.slice('#/$defs/'.length)] : undefined;
  const inner = [...(named ? [named] : []), ...(anyOf ?? []), ...(oneOf ?? []), ...(items ? [items] : [])];
  return [own, ...inner.flatMap((each) => spread(root, each, depth + 1))];
}

function keysFor(schemas: Schema[], from: number, said: ReadonlySet<string>): Completions {
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const names = new Set(schemas.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const options = [...names]
    .filter((name) => !said.has(name))
    .map((label) => ({ label, kind: 'key' as const, required: required.has(label) }));
  return { from, options: options.toSorted((one, other) => Number(other.required) - Number(one.required)) };
}

function valuesFor(schemas: Schema[], from: number): Completions {
  const values = schemas.flatMap((schema) => [
    ...(schema.enum ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.type === 'boolean' ? [true, false] : []),
  ]);
  const options = [...new Set(values.map(String))].map((label) => ({
    label,
    kind: 'value' as const,
    required: false,
  }));
  return { from, options };
}
