import {
  displayAnswer,
  type FieldDefinition,
  type PageDefinition,
  visibleFields,
  visiblePages,
} from '#lib/forms';
import { Checkboxes, ErrorMessage, Fieldset, Input, Textarea } from '#lib/web';
import { placeNames } from '../../draft/form-context.js';
import { textIn, textsIn } from '../text-in.js';
import { texts } from '../texts.js';
import { otherPapers, readItems } from './asked-items.js';
import { errorOf, type NeedFieldsProps, type NeedPart } from './need-part.js';

/** Everything that is missing or wrong, asked for at once. */
export const items: NeedPart = {
  Fields(props) {
    const { file, body, errors, language } = props;
    const t = texts(language);
    const nothing = errorOf(errors, 'items', ({ code }) => t(code));
    return (
      <>
        <div id="items" tabIndex={-1}>
          {nothing ? <ErrorMessage>{nothing}</ErrorMessage> : null}
        </div>
        {visiblePages(file.revision.definition.form, file.answers).map((page) => (
          <PageItems page={page} props={props} />
        ))}
        <Fieldset legend={t('other')} legendSize="s">
          <p class="secondary">{t('other-hint')}</p>
          {Array.from({ length: otherPapers }, (_, index) => (
            <OtherPaper number={index + 1} props={props} />
          ))}
        </Fieldset>
        <Textarea
          name="note"
          label={t('note')}
          labelSize="s"
          hint={t('note-hint')}
          rows={3}
          value={textIn(body, 'note')}
          error={errorOf(errors, 'note', ({ code, facts }) => t(code, facts))}
        />
      </>
    );
  },
  read: readItems,
};

/** The fields of one page of the form; a ticked one asks for its reason. */
function PageItems({ page, props }: { page: PageDefinition; props: NeedFieldsProps }) {
  const { file, body, language } = props;
  return (
    <Checkboxes
      small
      name="item"
      id={`page-${page.id}`}
      legend={page.title[language]}
      legendSize="s"
      values={textsIn(body, 'item')}
      options={visibleFields(page, file.answers).map((field) => ({
        id: `item-${field.id}`,
        value: field.id,
        text: field.label[language],
        hint: <FieldHint field={field} props={props} />,
        reveals: <ItemReason field={field} props={props} />,
      }))}
    />
  );
}

function FieldHint({ field, props }: { field: FieldDefinition; props: NeedFieldsProps }) {
  const { file, errors, language } = props;
  const notTicked = errorOf(errors, `item-${field.id}`, ({ code }) => texts(language)(code));
  const answer = file.answers[field.id];
  return (
    <>
      {displayAnswer(language, file.revision.definition.form, field, answer, placeNames(language))}
      {notTicked ? <ErrorMessage>{notTicked}</ErrorMessage> : null}
    </>
  );
}

function ItemReason({ field, props }: { field: FieldDefinition; props: NeedFieldsProps }) {
  const { body, errors, language } = props;
  const t = texts(language);
  const name = `reason-${field.id}`;
  return (
    <Textarea
      name={name}
      label={t('item-reason', { name: field.label[language] })}
      rows={2}
      value={textIn(body, name)}
      error={errorOf(errors, name, ({ code, facts }) => t(code, facts))}
    />
  );
}

function OtherPaper({ number, props }: { number: number; props: NeedFieldsProps }) {
  const { body, errors, language } = props;
  const t = texts(language);
  const [name, reason] = [`other-name-${number}`, `other-reason-${number}`];
  return (
    <>
      <Input
        name={name}
        label={t('other-name', { number })}
        value={textIn(body, name)}
        error={errorOf(errors, name, ({ code, facts }) => t(code, facts))}
      />
      <Textarea
        name={reason}
        label={t('other-reason', { number })}
        rows={2}
        value={textIn(body, reason)}
        error={errorOf(errors, reason, ({ code, facts }) => t(code, facts))}
      />
    </>
  );
}
