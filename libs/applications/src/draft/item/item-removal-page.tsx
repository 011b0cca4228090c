import { displayItems, itemsOf } from '#lib/forms';
import { say, startBig } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
  WarningText,
} from '#lib/web';
import { placeNames } from '../form-context.js';
import { itemAddress, pageAddress, type ReturnTo } from '../page-address.js';
import { pageState } from '../page-state.js';
import { texts } from '../texts.js';
import { itemTitle } from './item-page.js';
import type { OpenItem } from './open-item.js';

interface ItemRemovalPageProps {
  context: PageContext;
  item: OpenItem;
  returnTo: ReturnTo;
}

/** Asks once before an item is removed. */
export function ItemRemovalPage({ context, item, returnTo }: ItemRemovalPageProps) {
  const { opened, page, list, field, index } = item;
  const { language } = context;
  const { id } = opened.draft;
  const t = texts(language);
  const name = itemTitle(item, language);
  const title = t('item-remove-title', { item: name });
  const items = itemsOf(opened.content.answers, field);
  const said = displayItems(language, opened.form, field, items, placeNames(language))[index]?.said ?? [];
  const back = pageAddress(id, list.id, returnTo);
  return (
    <SitePage context={context} title={title} back={{ href: back, text: say(list.title, language) }}>
      <PageHeading caption={say(list.title, language)}>{title}</PageHeading>
      <SummaryList rows={said.map(({ label, answer }) => ({ key: startBig(label), value: answer }))} />
      <WarningText>{t('item-remove-text')}</WarningText>
      <form method="post" action={itemAddress(id, list.id, index + 1, returnTo, 'removal')}>
        <input type="hidden" name="seen" value={pageState(page, opened.content)} />
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {t('item-remove-button')}
          </Button>
          <a class="govuk-link" href={back}>
            {t('item-remove-keep')}
          </a>
        </ButtonGroup>
      </form>
    </SitePage>
  );
}
