import { say, startBig } from '#lib/platform';
import { Button, ErrorMessage, SummaryList } from '#lib/web';
import { texts } from '../texts.js';
import { type FieldView, hintOf } from './field-view.js';
import { itemsInWords } from './items-in-words.js';

/** The items so far, each with the way to change or remove it, and the way to one more. */
export function RepeatField({ view }: { view: FieldView }) {
  const { field, language, error, itemErrors = [], itemsAt } = view;
  if (field.type !== 'repeat' || !itemsAt) return null;
  const t = texts(language);
  const items = itemsInWords(view);
  const most = field.max ?? 20;
  const hint = hintOf(view);
  return (
    <div id={field.id} tabIndex={-1} class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      {hint ? <div class="govuk-hint">{hint}</div> : null}
      {error ? <ErrorMessage>{error.text}</ErrorMessage> : null}
      {items.length === 0 ? <p>{t('items-none')}</p> : null}
      {items.map(({ title, said }, index) => (
        <>
          <SummaryList
            card={{
              title,
              headingLevel: 2,
              actions: [
                { href: itemsAt(index + 1), text: t('check-change') },
                { href: itemsAt(index + 1, 'removal'), text: t('item-remove') },
              ],
            }}
            rows={said.map(({ label, answer }) => ({ key: startBig(label), value: answer }))}
          />
          {itemErrors
            .filter((wrong) => wrong.index === index)
            .map(({ text }) => (
              <ErrorMessage>{text}</ErrorMessage>
            ))}
        </>
      ))}
      {items.length < most ? (
        <Button kind="secondary" href={itemsAt(items.length + 1)}>
          {t(items.length === 0 ? 'item-add' : 'item-add-more', {
            item: say(field.item, language).toLowerCase(),
          })}
        </Button>
      ) : (
        <p class="secondary">{t('items-full', { most })}</p>
      )}
    </div>
  );
}
