import { shippedWorkflows, shortTitle } from '#lib/catalogue';
import { type Language, languages } from '#lib/platform';
import {
  Button,
  ButtonGroup,
  CodeText,
  Details,
  doneFlash,
  ErrorSummary,
  Fieldset,
  Input,
  type PageContext,
  PageHeading,
  ScrollArea,
  Select,
  SitePage,
} from '#lib/web';
import type { Picture } from '#lib/workflow';
import type { DraftNow } from '../draft/read-draft.js';
import { boxId, ItemListSection } from './item-list-section.js';
import type { ItemList } from './item-lists.js';
import type { EditablePart } from './parts-of.js';
import type { Place } from './places-in.js';
import type { ItemBox, TypedItem } from './read-item.js';
import { texts } from './texts.js';
import vi from './texts.vi.json' with { type: 'json' };

interface EditingPageProps {
  context: PageContext;
  now: DraftNow;
  parts: EditablePart[];
  part: EditablePart;
  /** Drawn, where the part says which it is. */
  workflow?: { id: string; picture: Picture | undefined } | undefined;
  /** A change of a list that was not made: which list, and what was typed for a new item. */
  tried?: TriedChange | undefined;
}

export interface TriedChange {
  list: Pick<ItemList, 'path'>;
  added?: { typed: TypedItem; wrong: ItemBox[] };
}

/** Some of the values of a draft revision, each in a field of its own. */
export function EditingPage({ context, now, parts, part, workflow, tried }: EditingPageProps) {
  const { language } = context;
  const { draft, proposal } = now;
  const t = texts(language);
  const home = `/design/drafts/${draft.id}`;
  const open = !draft.endedAt && !proposal;
  const groups = groupsOf(part.places);
  const errors = tried ? errorsOf(tried, t) : [];
  const choices = parts.flatMap(({ lists }) =>
    lists.flatMap(({ kind, path }) => (kind === 'option' ? (path.split('/').at(-1) ?? []) : [])),
  );
  return (
    <SitePage
      context={context}
      title={`${nameOf(part, t)}: ${shortTitle(draft.title)}`}
      layout="wide"
      back={{ href: home, text: t('back') }}
      flash={doneFlash(context, { saved: t('done-saved') })}
      errors={errors.length > 0}
    >
      {errors.length > 0 ? <ErrorSummary errors={errors} /> : null}
      <PageHeading caption={shortTitle(draft.title)} lead={t(open ? 'lead' : 'lead-closed')}>
        {nameOf(part, t)}
      </PageHeading>
      <Details summary={t('parts')} open={parts.length < 8}>
        <ul class="row-of-links">
          {parts.map((each) => (
            <li>
              <a
                href={`${home}/parts/${each.name}`}
                aria-current={each.name === part.name ? 'page' : undefined}
              >
                {nameOf(each, t)}
              </a>
            </li>
          ))}
        </ul>
      </Details>
      <form method="post" action={`${home}/parts/${part.name}`} novalidate>
        {/* What Enter does in any box, whatever stands before it. */}
        <button type="submit" class="govuk-visually-hidden" tabindex={-1} disabled={!open}>
          {t('save')}
        </button>
        <input type="hidden" name="version" value={now.saved.version} />
        {groups.map((group) => (
          <Group group={group} language={language} open={open} />
        ))}
        {open && groups.length > 0 ? (
          <ButtonGroup>
            <Button preventDoubleClick>{t('save')}</Button>
            <a href={home}>{t('to-text')}</a>
          </ButtonGroup>
        ) : null}
        {part.lists.map((list) => (
          <ItemListSection
            {...{ language, list, choices, open }}
            tried={tried?.list.path === list.path ? tried.added : undefined}
          />
        ))}
      </form>
      {workflow?.picture ? (
        <>
          <h2>{t('picture', { workflow: workflow.id })}</h2>
          <ul class="row-of-links">
            {shippedWorkflows().map(({ id }) => (
              <li>
                <a href={`${home}/parts/general?workflow=${id}`}>{id}</a>
              </li>
            ))}
          </ul>
          <ScrollArea label={t('picture', { workflow: workflow.id })}>
            <img
              src={`data:image/svg+xml;base64,${Buffer.from(workflow.picture.svg).toString('base64')}`}
              alt={workflow.picture.alt}
            />
          </ScrollArea>
        </>
      ) : null}
    </SitePage>
  );
}

type Words = ReturnType<typeof texts>;

function errorsOf({ list, added }: TriedChange, t: Words) {
  if (!added) return [{ text: t('not-in-form') }];
  return added.wrong.map((box) => ({ text: t(`wrong-${box}`), href: `#${boxId(list, box)}` }));
}

function nameOf({ name, places }: EditablePart, t: Words): string {
  if (!name.startsWith('page-')) return t(`part-${name}` as 'part-general');
  const title = places.find(({ path }) => /^form\/pages\/\d+\/title\/vi$/.test(path))?.value;
  return t('part-page', { number: Number(name.slice('page-'.length)) + 1, title: title ?? '' });
}

/** The words for the same thing in each language stand together. */
function groupsOf(places: Place[]): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const key = place.kind === 'words' ? place.path.slice(0, place.path.lastIndexOf('/')) : place.path;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
}

interface GroupProps {
  group: Place[];
  language: PageContext['language'];
  open: boolean;
}

function Group({ group, language, open }: GroupProps) {
  const t = texts(language);
  const [first] = group;
  if (!first) return null;
  if (first.kind === 'workflow')
    return (
      <Select
        name={first.path}
        label={t('workflow')}
        value={first.value}
        disabled={!open}
        options={shippedWorkflows().map(({ id, title }) => ({
          value: id,
          text: `${title[language]} (${id})`,
        }))}
      />
    );
  if (first.kind === 'number')
    return (
      <Input
        name={first.path}
        label={<PlaceName place={first} words={first.key} language={language} />}
        value={first.value}
        width={10}
        inputmode="numeric"
        disabled={!open}
      />
    );
  const of = first.path.split('/').at(-2) ?? first.key;
  return (
    <Fieldset legend={<PlaceName place={first} words={of} language={language} />}>
      {group.map(({ path, key, value }) => (
        <Input
          name={path}
          label={t(`in-${languages.find((each) => each === key) ?? 'vi'}`)}
          value={value}
          disabled={!open}
          attributes={{ lang: key }}
        />
      ))}
    </Fieldset>
  );
}

/** What a value is, and of what. */
function PlaceName({ place, words, language }: { place: Place; words: string; language: Language }) {
  const known = Object.hasOwn(vi, `key-${words}`);
  return (
    <>
      {known ? texts(language)(`key-${words}` as 'key-title') : <CodeText>{words}</CodeText>}
      {place.of ? (
        <>
          {' · '}
          <CodeText>{place.of}</CodeText>
        </>
      ) : null}
    </>
  );
}
