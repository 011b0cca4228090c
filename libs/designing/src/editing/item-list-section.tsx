import { type Language, languages } from '#lib/platform';
import { Button, Checkboxes, CodeText, Details, Input, LinkButton, Select } from '#lib/web';
import type { ItemList } from './item-lists.js';
import { boxName, choiceTypes, fieldTypes, type ItemBox, type TypedItem } from './read-item.js';
import { texts } from './texts.js';

interface ItemListSectionProps {
  language: Language;
  list: ItemList;
  /** Names of the lists that answers can be chosen from. */
  choices: string[];
  open: boolean;
  /** What was typed for a new item, where it was not taken. */
  tried?: { typed: TypedItem; wrong: ItemBox[] } | undefined;
}

/** The items of a list in order, each to be moved or taken out, and a new one to be put at the end; within a form. */
export function ItemListSection(props: ItemListSectionProps) {
  const { language, list, open } = props;
  const t = texts(language);
  return (
    <section id={sectionId(list)}>
      <h2>
        {t(`list-${list.kind}`)}
        {list.kind === 'option' ? (
          <>
            {' · '}
            <CodeText>{list.path.split('/').at(-1) ?? ''}</CodeText>
          </>
        ) : null}
      </h2>
      {list.items.length === 0 ? (
        <p>{t('list-empty')}</p>
      ) : (
        <ol class="items-in-order">
          {list.items.map(({ name, title, optional }, index) => (
            <li>
              {title} <CodeText>{name}</CodeText>
              {optional ? <span class="secondary"> · {t('item-is-optional')}</span> : null}
              {open ? (
                <span class="items-in-order__acts">
                  {actsOn(list, index).map((act) => (
                    <LinkButton name="do" value={`${act}/${index}/${list.path}`}>
                      {t(`item-${act}`)}
                      <span class="govuk-visually-hidden"> {title ?? name}</span>
                    </LinkButton>
                  ))}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {open ? (
        <Details summary={t(`add-${list.kind}`)} open={props.tried !== undefined}>
          <NewItem {...props} />
          <Button kind="secondary" name="do" value={`add//${list.path}`} preventDoubleClick>
            {t(`add-${list.kind}`)}
          </Button>
        </Details>
      ) : null}
    </section>
  );
}

function actsOn({ kind, items }: ItemList, index: number) {
  return [
    ...(index > 0 ? (['up'] as const) : []),
    ...(index < items.length - 1 ? (['down'] as const) : []),
    ...(kind === 'field' ? [items[index]?.optional ? ('required' as const) : ('optional' as const)] : []),
    'remove' as const,
  ];
}

/** The id of a list's section of the page. */
export const sectionId = ({ path }: Pick<ItemList, 'path'>) => `list-${path.replaceAll('/', '-')}`;

/** The id of a box of the form for a new item. */
export const boxId = (list: Pick<ItemList, 'path'>, box: string) => `${sectionId(list)}-${box}`;

function NewItem({ language, list, choices, tried }: ItemListSectionProps) {
  const t = texts(language);
  const { kind } = list;
  const typed = tried?.typed;
  const box = (name: ItemBox) => ({
    name: boxName(list.path, name),
    id: boxId(list, name),
    value: typed?.[name],
    error: tried?.wrong.includes(name) ? t(`wrong-${name}`) : undefined,
  });
  return (
    <>
      {kind === 'field' ? (
        <>
          <Select
            {...box('type')}
            label={t('item-type')}
            options={[...fieldTypes, ...choiceTypes].map((type) => ({
              value: type,
              text: t(`type-${type}`),
            }))}
          />
          <Select
            {...box('list')}
            label={t('item-list')}
            hint={t('item-list-hint')}
            options={[{ value: '', text: t('item-list-none') }, ...choices.map((text) => ({ text }))]}
          />
        </>
      ) : null}
      {languages.map((each) => (
        <Input {...box(each)} label={t(`new-in-${each}`)} attributes={{ lang: each }} />
      ))}
      <Input {...box('id')} label={t('item-id')} hint={t('item-id-hint')} width={20} spellcheck={false} />
      {kind === 'field' || kind === 'paper' ? (
        <Checkboxes
          name={boxName(list.path, 'needed')}
          id={boxId(list, 'needed')}
          options={[{ value: 'yes', text: t('item-needed') }]}
          values={typed && typed.needed !== 'yes' ? [] : ['yes']}
        />
      ) : null}
    </>
  );
}
