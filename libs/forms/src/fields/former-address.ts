import { type FormerAddressAnswer, isFormerAddress } from '../answer.js';
import { cleanCode, cleanLine } from '../clean.js';
import type { FieldBase, FieldType, Part } from '../field-type.js';
import { type DetailSetting, detailSchema, explainDetail } from './address.js';

/**
 * A place as papers from before 1 July 2025 name it: province, district, commune. What it is now follows from it; only
 * where its commune was divided is asked in which part. Five districts had no communes.
 */
export interface FormerAddressField extends FieldBase, DetailSetting {
  type: 'former-address';
}

const levels = ['province', 'district', 'commune'] as const satisfies Part[];

export const formerAddress: FieldType<FormerAddressField, FormerAddressAnswer> = {
  settings: { detail: { enum: ['required', 'optional', 'none'] } },
  parts: [...levels, 'today', 'detail'],
  missing: 'enter',
  holds: isFormerAddress,
  read: (typed, field) => {
    const code = (part: Part) => cleanCode(typed[`${field.id}-${part}`]);
    const before = { province: code('province'), district: code('district'), commune: code('commune') };
    const detail = field.detail === 'none' ? '' : cleanLine(typed[`${field.id}-detail`]);
    const answer = { before, today: code('today'), detail };
    const said = [...Object.values(before), answer.today, detail].some((part) => part !== '');
    return said ? answer : undefined;
  },
  write: ({ before, today, detail }, field) => ({
    ...Object.fromEntries(levels.map((level) => [`${field.id}-${level}`, before[level]])),
    [`${field.id}-today`]: today,
    ...(field.detail !== 'none' && { [`${field.id}-detail`]: detail }),
  }),
  schema: (field) => ({
    type: 'object',
    properties: {
      before: {
        type: 'object',
        properties: {
          province: { type: 'string', pattern: '^[0-9]{2}$' },
          district: { type: 'string', pattern: '^[0-9]{3}$' },
          commune: { type: 'string', pattern: '^([0-9]{5})?$' },
        },
        required: [...levels],
        additionalProperties: false,
      },
      today: { type: 'string', pattern: '^([0-9]{5})?$' },
      detail: detailSchema(field),
    },
    required: ['before', 'today', 'detail'],
    additionalProperties: false,
  }),
  explain: (failures) => {
    const level = levels.find((each) => failures.some(({ path }) => path[1] === each));
    if (level) return { code: `former-${level}`, part: level };
    if (failures.some(({ path }) => path[0] === 'today')) return { code: 'former-today', part: 'today' };
    return explainDetail(failures);
  },
  check: ({ before, today }, _field, { context }) => {
    const district = context.formerPlace(before.district);
    if (district?.parent !== before.province) return { code: 'former-district', part: 'district' };
    const place = before.commune === '' ? district : context.formerPlace(before.commune);
    if (before.commune === '' ? place?.hasCommunes : place?.parent !== before.district)
      return { code: 'former-commune', part: 'commune' };
    const { successors = [] } = place ?? {};
    const known = today === '' ? successors.length < 2 : successors.includes(today);
    return known ? undefined : { code: 'former-today', part: 'today' };
  },
  display: ({ before, today, detail }, _field, { names }) =>
    [detail, names.formerPlace(before.commune || before.district, today)]
      .filter((part) => part !== '')
      .join(', '),
};
