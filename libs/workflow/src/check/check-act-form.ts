import { checkForm } from '#lib/forms';
import type { Localised } from '#lib/platform';
import type { TransitionDefinition } from '../workflow-definition.js';
import { type Finding, finding } from './finding.js';

/** Inputs that the page of an act has already. */
const taken = new Set([
  'version',
  'key',
  'nonce',
  'assertion',
  'reason',
  'ground',
  'item',
  'note',
  'outcome',
  'text',
]);

/** What is asked along with an act is a form of one page; papers are asked for as `attachments`. */
export function checkActForm(
  path: string,
  { fields, lists }: NonNullable<TransitionDefinition['form']>,
  title: Localised,
): Finding[] {
  const form = { pages: [{ id: 'act', title, fields }], ...(lists && { lists }) };
  const wrong = checkForm(form).map((one) =>
    finding(path, 'form-wrong', { place: one.path, problem: one.code, ...one.facts }),
  );
  if (wrong.length > 0) return wrong;
  return fields.flatMap(({ id, type }, index) => [
    ...(type === 'file' ? [finding(`${path}.fields[${index}]`, 'field-is-file', { field: id })] : []),
    ...(type === 'repeat' || type === 'table'
      ? [finding(`${path}.fields[${index}]`, 'field-has-items', { field: id })]
      : []),
    ...(taken.has(id) ? [finding(`${path}.fields[${index}]`, 'field-taken', { field: id })] : []),
  ]);
}
