import type { FieldDefinition, PageDefinition } from '#lib/forms';
import type { Content } from '#lib/web';
import type { FieldView } from './field-view.js';
import { FieldWidget } from './field-widget.js';
import { revealedFields } from './revealed.js';

interface FormFieldsProps {
  page: PageDefinition;
  /** Those that are asked now. */
  fields: FieldDefinition[];
  viewOf(field: FieldDefinition): FieldView;
}

/** The questions of a page but for its papers, each under the choice it depends on. */
export function FormFields({ page, fields, viewOf }: FormFieldsProps) {
  const revealed = revealedFields(page);
  const nested = new Set(revealed.map(({ field }) => field.id));
  const view = (field: FieldDefinition): FieldView => ({ ...viewOf(field), reveals: under(field) });
  const under = (asker: FieldDefinition): Map<string, Content> => {
    const byChoice = new Map<string, Content[]>();
    for (const { field, choice } of revealed.filter((each) => each.under === asker.id))
      byChoice.set(choice, [...(byChoice.get(choice) ?? []), <FieldWidget view={view(field)} />]);
    return byChoice;
  };
  return (
    <>
      {fields
        .filter((field) => !nested.has(field.id))
        .map((field) => (
          <FieldWidget view={view(field)} />
        ))}
    </>
  );
}
