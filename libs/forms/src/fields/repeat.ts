import type { Localised } from '#lib/platform';
import { type Answers, isItemList } from '../answer.js';
import { byKeyword, type FieldBase, type FieldType } from '../field-type.js';
import type { FieldDefinition } from '../field-types.js';

/** What is asked several times over: of each child, each plot, each period of residence. */
export interface ItemsField extends FieldBase {
  /** One of them, as a heading and in sentences: “Người” makes “Người thứ 2”. */
  item: Localised;
  /** Asked of each. Their conditions see the item's own answers and those before the field. */
  fields: FieldDefinition[];
  /** 1 if not said; where the field is optional, none may be given too. */
  min?: number;
  /** 20 if not said. */
  max?: number;
}

/** Items asked one a page; the page of the field lists them. Posting that page never changes them. */
export interface RepeatField extends ItemsField {
  type: 'repeat';
}

export const mostItems = 20;

/** What repeats and tables have in common; what is inside of them, the engine reads and checks field by field. */
export const items: Omit<FieldType<ItemsField, Answers[]>, 'parts'> = {
  settings: {
    item: { $ref: '#/$defs/localised' },
    fields: { type: 'array', items: { $ref: '#/$defs/field' }, minItems: 1 },
    min: { type: 'integer', minimum: 1, maximum: 100 },
    max: { type: 'integer', minimum: 1, maximum: 100 },
  },
  requiredSettings: ['item', 'fields'],
  missing: 'items-missing',
  holds: isItemList,
  read: () => undefined,
  write: () => ({}),
  schema: (field) => ({ type: 'array', minItems: field.min ?? 1, maxItems: field.max ?? mostItems }),
  explain: byKeyword({ minItems: 'items-too-few', maxItems: 'items-too-many' }),
  display: (answer) => String(answer.length),
};

export const repeat: FieldType<RepeatField, Answers[]> = { ...items, parts: [] };
