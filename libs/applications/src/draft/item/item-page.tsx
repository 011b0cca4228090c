import { type FieldError, visibleAnswers, visibleFields } from '#lib/forms';
import { type Language, say } from '#lib/platform';
import { Button, ErrorSummary, type PageContext, PageHeading, SitePage } from '#lib/web';
import { hasButtons, islandsOf } from '../fields/islands-of.js';
import { itemAddress, pageAddress, type ReturnTo } from '../page-address.js';
import { errorLinks, PageFields } from '../page-fields.js';
import { pageState } from '../page-state.js';
import { texts } from '../texts.js';
import type { OpenItem } from './open-item.js';

interface ItemPageProps {
  context: PageContext;
  item: OpenItem;
  returnTo: ReturnTo;
  errors: FieldError[];
}

/** One item of a repeat, asked like a page. */
export function ItemPage({ context, item, returnTo, errors }: ItemPageProps) {
  const { opened, page, list, index } = item;
  const { language } = context;
  const { id } = opened.draft;
  const title = itemTitle(item, language);
  const asked = visibleFields(page, visibleAnswers(opened.form, opened.content.answers));
  return (
    <SitePage
      context={context}
      title={title}
      back={{ href: pageAddress(id, list.id, returnTo), text: say(list.title, language) }}
      errors={errors.length > 0}
      islands={islandsOf(page)}
    >
      {errors.length > 0 && <ErrorSummary errors={errorLinks(opened, page, errors, language)} />}
      <PageHeading caption={say(list.title, language)}>{title}</PageHeading>
      <form id="answers" method="post" action={itemAddress(id, list.id, index + 1, returnTo)} novalidate>
        <input type="hidden" name="seen" value={pageState(page, opened.content)} />
        {hasButtons(page) && (
          // What Enter presses: the first button of a form, which must not be one that shows communes.
          <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />
        )}
        <PageFields opened={opened} page={page} fields={asked} errors={errors} language={language} />
        <Button preventDoubleClick>{texts(language)('continue')}</Button>
      </form>
    </SitePage>
  );
}

/** “Người thứ 2”. */
export function itemTitle({ field, index }: OpenItem, language: Language): string {
  return texts(language)('item-title', { item: say(field.item, language), number: index + 1 });
}
