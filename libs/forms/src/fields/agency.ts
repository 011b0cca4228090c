import { type AddressAnswer, isAddress } from '../answer.js';
import { cleanCode } from '../clean.js';
import type { FieldBase, FieldType } from '../field-type.js';

/**
 * An agency of one kind. There is one of each kind in a place, so the answer is the place, shaped as an address: without
 * commune where the agency is one of a province, and without anything else. So places that change change it too, and
 * what fills in an address fills in its agency.
 */
export interface AgencyField extends FieldBase {
  type: 'agency';
  authority: 'commune' | 'province';
  /** Which body of the place; its People's Committee if not said. */
  body?: AgencyBody;
}

export type AgencyBody = 'police' | 'tax' | 'social-insurance';

export const agency: FieldType<AgencyField, AddressAnswer> = {
  settings: {
    authority: { enum: ['commune', 'province'] },
    body: { enum: ['police', 'tax', 'social-insurance'] },
  },
  requiredSettings: ['authority'],
  parts: ['province', 'commune'],
  missing: 'choose',
  holds: isAddress,
  read: (typed, field) => {
    const province = cleanCode(typed[`${field.id}-province`]);
    const commune = field.authority === 'province' ? '' : cleanCode(typed[`${field.id}-commune`]);
    return province === '' && commune === '' ? undefined : { province, commune, detail: '' };
  },
  write: ({ province, commune }, field) => ({
    [`${field.id}-province`]: province,
    ...(field.authority === 'commune' && { [`${field.id}-commune`]: commune }),
  }),
  schema: ({ authority }) => ({
    type: 'object',
    properties: {
      province: { type: 'string', pattern: '^[0-9]{2}$' },
      commune: authority === 'commune' ? { type: 'string', pattern: '^[0-9]{5}$' } : { const: '' },
      detail: { const: '' },
    },
    required: ['province', 'commune', 'detail'],
    additionalProperties: false,
  }),
  explain: (failures) =>
    failures.some(({ path }) => path[0] === 'province')
      ? { code: 'address-province', part: 'province' }
      : { code: 'address-agency', part: 'commune' },
  check: ({ province, commune }, { authority }, { context }) => {
    if (!context.isProvince(province)) return { code: 'address-province', part: 'province' };
    if (authority === 'province' || context.provinceOfCommune(commune) === province) return undefined;
    return { code: 'agency-elsewhere', part: 'commune' };
  },
  display: ({ province, commune }, { authority, body }, { names }) => {
    const around = names.province(province) ?? province;
    if (authority === 'province') return names.agency(body, around);
    return `${names.agency(body, names.commune(commune) ?? commune)}, ${around}`;
  },
};
