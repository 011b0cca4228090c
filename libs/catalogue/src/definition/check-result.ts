import { fieldOf } from '#lib/forms';
import type { Finding } from './finding.js';
import type { ResultRow } from './result-template.js';
import { misshapenAt } from './result-schema.js';
import type { ServiceDefinition } from './service-definition.js';

/** What is wrong with the result of a definition: its shape, a field the form does not have, a form it cannot take. */
export function checkResult({ form, result }: ServiceDefinition): Finding[] {
  const misshapen = misshapenAt(result);
  if (misshapen !== undefined) return [{ path: `result${misshapen}`, code: 'property-wrong', facts: {} }];
  return (result.template?.sections ?? []).flatMap(({ rows }, section) =>
    rows.flatMap((row, index) => {
      const path = `result/template/sections/${section}/rows/${index}`;
      return checkRow(form, row).map((finding) => ({ path, ...finding }));
    }),
  );
}

function checkRow(form: ServiceDefinition['form'], row: ResultRow): Omit<Finding, 'path'>[] {
  if (!('field' in row)) return [];
  const field = fieldOf(form, row.field);
  if (!field) return [{ code: 'field-unknown', facts: { field: row.field } }];
  const takes = { 'in-words': ['date'], year: ['date', 'partial-date'] };
  if (row.as && !takes[row.as].includes(field.type))
    return [{ code: 'answer-form-wrong', facts: { field: row.field, as: row.as } }];
  return [];
}
