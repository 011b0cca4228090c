import { type AddressAnswer, isAddress } from '../answer.js';
import { cleanCode, cleanLine } from '../clean.js';
import type { Failure, FieldBase, FieldType, JsonSchema, Part, Problem } from '../field-type.js';
import { forbiddenInLine } from './one-line.js';

/** A place in Việt Nam: province, commune and, unless `detail` says otherwise, where in the commune. */
export interface AddressField extends FieldBase, DetailSetting {
  type: 'address';
}

/** Whether house, street or hamlet are asked for. */
export interface DetailSetting {
  /** Required if not said. */
  detail?: 'required' | 'optional' | 'none';
}

const parts = ['province', 'commune', 'detail'] as const satisfies Part[];

export const address: FieldType<AddressField, AddressAnswer> = {
  settings: { detail: { enum: ['required', 'optional', 'none'] } },
  parts,
  missing: 'enter',
  holds: isAddress,
  read: (typed, field) => {
    const answer = {
      province: cleanCode(typed[`${field.id}-province`]),
      commune: cleanCode(typed[`${field.id}-commune`]),
      detail: field.detail === 'none' ? '' : cleanLine(typed[`${field.id}-detail`]),
    };
    return parts.some((part) => answer[part] !== '') ? answer : undefined;
  },
  write: (answer, field) =>
    Object.fromEntries(
      parts
        .filter((part) => part !== 'detail' || field.detail !== 'none')
        .map((part) => [`${field.id}-${part}`, answer[part]]),
    ),
  schema: (field) => ({
    type: 'object',
    properties: {
      province: { type: 'string', pattern: '^[0-9]{2}$' },
      commune: { type: 'string', pattern: '^[0-9]{5}$' },
      detail: detailSchema(field),
    },
    required: [...parts],
    additionalProperties: false,
  }),
  explain: (failures) => {
    const part = parts.find((at) => failures.some(({ path }) => path[0] === at));
    return part && part !== 'detail' ? { code: `address-${part}`, part } : explainDetail(failures);
  },
  check: ({ province, commune }, _field, { context }) => {
    const belongsTo = context.provinceOfCommune(commune);
    if (belongsTo === province) return undefined;
    return { code: belongsTo ? 'commune-elsewhere' : 'commune-unknown', part: 'commune' };
  },
  display: ({ province, commune, detail }, _field, { names }) =>
    [detail, names.commune(commune) ?? commune, names.province(province) ?? province]
      .filter((part) => part !== '')
      .join(', '),
};

/** What is wrong with the rest of an address. */
export function explainDetail(all: Failure[]): Problem {
  const failures = all.filter(({ path }) => path[0] === 'detail');
  if (failures.length === 0) return { code: 'unreadable' };
  const tooLong = failures.find(({ keyword }) => keyword === 'maxLength');
  if (tooLong) return { code: 'too-long', part: 'detail', facts: { limit: Number(tooLong.params.limit) } };
  const unreadable = failures.some(({ keyword }) => keyword === 'pattern');
  return { code: unreadable ? 'characters' : 'address-detail', part: 'detail' };
}

export function detailSchema(field: DetailSetting): JsonSchema {
  if (field.detail === 'none') return { const: '' };
  const anything = { type: 'string', maxLength: 200, pattern: `^[^${forbiddenInLine}]*$` };
  return field.detail === 'optional' ? anything : { ...anything, minLength: 1 };
}
