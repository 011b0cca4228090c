import type { Tx } from '#lib/platform';
import type { Scopes } from './mandate-rules.js';

/** What the catalogue calls what a mandate can be limited to. */
export interface ScopeNames {
  /** Fields of government by slug, in the order to show them. */
  fields(tx: Tx): Promise<Map<string, string>>;
  /** Titles of procedures by code; an unknown code is left out. */
  procedures(tx: Tx, codes: string[]): Promise<Map<string, string>>;
}

let source: ScopeNames = {
  fields: async () => new Map(),
  procedures: async (_, codes) => new Map(codes.map((code) => [code, code])),
};

/** Tells where the names are, which a lib listed later knows. For module start, never for a request. */
export function setScopeNames(given: ScopeNames): void {
  source = given;
}

/** The fields of government a mandate can be for, by slug. */
export function fieldNames(tx: Tx): Promise<Map<string, string>> {
  return source.fields(tx);
}

/** Titles of procedures by code; an unknown code is left out. */
export function procedureNames(tx: Tx, codes: string[]): Promise<Map<string, string>> {
  return source.procedures(tx, codes);
}

/** Names of everything these scopes name. */
export async function namesOfScopes(tx: Tx, scopes: Scopes[]): Promise<Map<string, string>> {
  const limited = scopes.filter((each) => each !== 'all');
  const codes = limited.flatMap(({ procedures }) => procedures);
  const anyField = limited.some(({ fields }) => fields.length > 0);
  return new Map([
    ...(anyField ? await source.fields(tx) : []),
    ...(codes.length > 0 ? await source.procedures(tx, codes) : []),
  ]);
}

/** What scopes name, in words: `1.001193 Đăng ký khai sinh; Hộ tịch`. */
export function scopeWords(scopes: Exclude<Scopes, 'all'>, names: Map<string, string>): string {
  const titled = scopes.procedures.map((code) => [code, names.get(code)].filter(Boolean).join(' '));
  return [...titled, ...scopes.fields.map((field) => names.get(field) ?? field)].join('; ');
}
