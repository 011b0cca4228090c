import type { FieldType } from './field-type.js';
import { type AddressField, address } from './fields/address.js';
import { type AgencyField, agency } from './fields/agency.js';
import { type CheckboxesField, checkboxes } from './fields/checkboxes.js';
import { type DateField, date } from './fields/date.js';
import { type EmailField, email } from './fields/email.js';
import { type EthnicGroupField, ethnicGroup } from './fields/ethnic-group.js';
import { type FileField, file } from './fields/file.js';
import { type FormerAddressField, formerAddress } from './fields/former-address.js';
import { type IdNumberField, idNumber } from './fields/id-number.js';
import { type MoneyField, money } from './fields/money.js';
import { type NameField, name } from './fields/name.js';
import { type NationalityField, nationality } from './fields/nationality.js';
import { type NumberField, number } from './fields/number.js';
import { type PartialDateField, partialDate } from './fields/partial-date.js';
import { type PhoneField, phone } from './fields/phone.js';
import { type RadiosField, radios } from './fields/radios.js';
import { type RepeatField, repeat } from './fields/repeat.js';
import { type SelectField, select } from './fields/select.js';
import { type TableField, table } from './fields/table.js';
import { type TextField, text } from './fields/text.js';
import { type YesNoField, yesNo } from './fields/yes-no.js';

export type FieldDefinition =
  | AddressField
  | AgencyField
  | CheckboxesField
  | DateField
  | EmailField
  | EthnicGroupField
  | FileField
  | FormerAddressField
  | IdNumberField
  | MoneyField
  | NameField
  | NationalityField
  | NumberField
  | PartialDateField
  | PhoneField
  | RadiosField
  | RepeatField
  | SelectField
  | TableField
  | TextField
  | YesNoField;

/** Every type of field, by the name definitions call it. */
export const fieldTypes: Record<FieldDefinition['type'], FieldType> = {
  address,
  agency,
  checkboxes,
  date,
  email,
  'ethnic-group': ethnicGroup,
  file,
  'former-address': formerAddress,
  'id-number': idNumber,
  money,
  name,
  nationality,
  number,
  'partial-date': partialDate,
  phone,
  radios,
  repeat,
  select,
  table,
  text,
  'yes-no': yesNo,
};

export function typeOf(field: FieldDefinition): FieldType {
  return fieldTypes[field.type];
}

/** Whether the answer is a list: of ticks, papers or items. */
export function isAnsweredWithList({ type }: FieldDefinition): boolean {
  return type === 'checkboxes' || type === 'file' || type === 'repeat' || type === 'table';
}
