import { startBig } from '#lib/platform';
import { displayAnswer, type FieldDefinition } from '#lib/forms';
import { Checkboxes, Details, ErrorMessage, Input, Textarea, textIn, textsIn } from '#lib/web';
import type { FormSection } from '../../case-file/sections-of.js';
import { askableSections } from './askable-sections.js';
import { placeNames } from '../../draft/form-context.js';
import { texts } from '../texts.js';
import { otherPapers, readItems } from './asked-items.js';
import { EarlierRequests } from './earlier-requests-note.js';
import { errorOf, type NeedFieldsProps, type NeedPart } from './need-part.js';

/** Everything that is missing or wrong, asked for at once. */
export const items: NeedPart = {
  Fields(props) {
    const { file, body, language } = props;
    const t = texts(language);
    const nothing = errorOf(props, 'items');
    return (
      <>
        <p id="items" tabIndex={-1}>
          {t('items-lead')}
        </p>
        {nothing ? <ErrorMessage>{nothing}</ErrorMessage> : null}
        <EarlierRequests {...props} />
        {askableSections(file).map((section) => (
          <SectionItems section={section} props={props} />
        ))}
        <OtherPapers {...props} />
        <Textarea
          name="note"
          label={t('note')}
          labelSize="s"
          hint={t('note-hint')}
          rows={3}
          value={textIn(body, 'note')}
          error={errorOf(props, 'note')}
        />
      </>
    );
  },
  read: readItems,
};

/** The answers and papers of one topic; a ticked one asks for its reason. */
function SectionItems({ section, props }: { section: FormSection; props: NeedFieldsProps }) {
  return (
    <Checkboxes
      small
      name="item"
      id={`section-${section.id}`}
      legend={section.title[props.language]}
      legendSize="s"
      values={textsIn(props.body, 'item')}
      options={section.fields.map((field) => ({
        id: `item-${field.id}`,
        value: field.id,
        text: startBig(field.label[props.language]),
        hint: <FieldHint field={field} props={props} />,
        reveals: <ItemReason field={field} props={props} />,
      }))}
    />
  );
}

function FieldHint({ field, props }: { field: FieldDefinition; props: NeedFieldsProps }) {
  const { file, language } = props;
  const notTicked = errorOf(props, `item-${field.id}`);
  const { form } = file.revision.definition;
  return (
    <>
      {displayAnswer(
        language,
        form,
        field,
        file.answers[field.id],
        placeNames(language, file.application.filedAt),
      )}
      {notTicked ? <ErrorMessage>{notTicked}</ErrorMessage> : null}
    </>
  );
}

function ItemReason({ field, props }: { field: FieldDefinition; props: NeedFieldsProps }) {
  const name = `reason-${field.id}`;
  return (
    <Textarea
      name={name}
      label={
        <>
          {texts(props.language)('item-reason')}
          <span class="govuk-visually-hidden"> ({startBig(field.label[props.language])})</span>
        </>
      }
      rows={2}
      value={textIn(props.body, name)}
      error={errorOf(props, name)}
    />
  );
}

/** Papers the form has no field for; folded away until one is needed. */
function OtherPapers(props: NeedFieldsProps) {
  const { body, language } = props;
  const t = texts(language);
  const numbers = Array.from({ length: otherPapers }, (_, index) => index + 1);
  const typed = numbers.some(
    (number) => textIn(body, `other-name-${number}`) || textIn(body, `other-reason-${number}`),
  );
  return (
    <Details summary={t('other')} open={typed}>
      <p class="secondary">{t('other-hint')}</p>
      {numbers.map((number) => (
        <>
          <Input
            name={`other-name-${number}`}
            label={t('other-name', { number })}
            value={textIn(body, `other-name-${number}`)}
            error={errorOf(props, `other-name-${number}`)}
          />
          <Textarea
            name={`other-reason-${number}`}
            label={t('other-reason', { number })}
            rows={2}
            value={textIn(body, `other-reason-${number}`)}
            error={errorOf(props, `other-reason-${number}`)}
          />
        </>
      ))}
    </Details>
  );
}
