import type { FieldDefinition } from '#lib/forms';
import type { VNode } from 'preact';
import { AddressField } from './address-field.js';
import { AgencyField } from './agency-field.js';
import { CheckboxesField, RadiosField, SelectField } from './choice-field.js';
import { DateField } from './date-field.js';
import type { FieldView } from './field-view.js';
import { FormerAddressField } from './former-address-field.js';
import { LongTextField } from './long-text-field.js';
import { OneLineField } from './one-line-field.js';
import { RepeatField } from './repeat-field.js';
import { TableField } from './table-field.js';

type Widget = (props: { view: FieldView }) => VNode | null;

/** How each type of field is asked for. Papers are uploaded apart from the page. */
const widgets: Record<FieldDefinition['type'], Widget> = {
  address: AddressField,
  agency: AgencyField,
  checkboxes: CheckboxesField,
  date: DateField,
  email: OneLineField,
  'ethnic-group': SelectField,
  file: () => null,
  'former-address': FormerAddressField,
  'id-number': OneLineField,
  money: OneLineField,
  name: OneLineField,
  nationality: SelectField,
  number: OneLineField,
  'partial-date': DateField,
  phone: OneLineField,
  radios: RadiosField,
  repeat: RepeatField,
  select: SelectField,
  table: ({ view }) => <TableField view={view} Cell={FieldWidget} />,
  text: ({ view }) =>
    view.field.type === 'text' && view.field.multiline ? (
      <LongTextField view={view} />
    ) : (
      <OneLineField view={view} />
    ),
  'yes-no': RadiosField,
};

export function FieldWidget({ view }: { view: FieldView }) {
  const Widget = widgets[view.field.type];
  return <Widget view={view} />;
}
