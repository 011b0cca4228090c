import type { Condition } from './condition.js';
import type { JsonSchema } from './field-type.js';

/** Whether a field is answered with a list. */
export type Many = (field: string) => boolean;

/** A condition as a schema: it accepts the answers of which `holds` says that the condition is true. */
export function conditionSchema(condition: Condition, many: Many): JsonSchema | boolean {
  if ('eq' in condition) return says(condition.eq[0], { const: condition.eq[1] }, many);
  if ('in' in condition) return says(condition.in[0], { enum: [...new Set(condition.in[1])] }, many);
  if ('answered' in condition) return hasAtLeast(condition.answered, 1, many);
  if ('atLeast' in condition) return hasAtLeast(...condition.atLeast, many);
  if ('not' in condition) return { not: conditionSchema(condition.not, many) };
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length === 0) return 'all' in condition;
  const schemas = parts.map((part) => conditionSchema(part, many));
  return 'all' in condition ? { allOf: schemas } : { anyOf: schemas };
}

/** The comparisons in a condition that look at none of these fields. */
export function outsideIn(condition: Condition, inside: ReadonlySet<string>): Condition[] {
  if ('eq' in condition) return inside.has(condition.eq[0]) ? [] : [condition];
  if ('in' in condition) return inside.has(condition.in[0]) ? [] : [condition];
  if ('answered' in condition) return inside.has(condition.answered) ? [] : [condition];
  if ('atLeast' in condition) return inside.has(condition.atLeast[0]) ? [] : [condition];
  if ('not' in condition) return outsideIn(condition.not, inside);
  const parts = 'all' in condition ? condition.all : condition.any;
  return parts.flatMap((part) => outsideIn(part, inside));
}

/** What is left of a condition once it is known whether one of its comparisons holds; nothing to ask is true of all. */
export function decided(condition: Condition, comparison: Condition, holds: boolean): Condition {
  if (JSON.stringify(condition) === JSON.stringify(comparison)) return holds ? { all: [] } : { any: [] };
  const decide = (part: Condition) => decided(part, comparison, holds);
  if ('all' in condition) return { all: condition.all.map(decide) };
  if ('any' in condition) return { any: condition.any.map(decide) };
  return 'not' in condition ? { not: decide(condition.not) } : condition;
}

function says(field: string, said: JsonSchema, many: Many): JsonSchema {
  const answer = many(field) ? { type: 'array', contains: said } : said;
  return { properties: { [field]: answer }, required: [field] };
}

function hasAtLeast(field: string, count: number, many: Many): JsonSchema {
  const answer = many(field) ? { type: 'array', minItems: count } : true;
  return { properties: { [field]: answer }, required: [field] };
}
