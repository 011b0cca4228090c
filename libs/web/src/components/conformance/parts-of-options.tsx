import { h } from 'preact';
import type { Cell, Item, Options, Row, Text } from './options.js';

export function field(o: Options) {
  return {
    ...question(o),
    id: o.id,
    name: o.name ?? '',
    label: content(o.label),
    labelClass: o.label?.classes,
    labelAsHeading: o.label?.isPageHeading,
    disabled: o.disabled,
  };
}

export function group(o: Options) {
  return {
    ...question(o),
    id: o.idPrefix,
    legend: content(o.fieldset?.legend),
    legendClass: o.fieldset?.legend?.classes,
    legendAsHeading: o.fieldset?.legend?.isPageHeading,
    describedBy: o.fieldset?.describedBy ?? o.describedBy,
  };
}

function question(o: Options) {
  return {
    hint: content(o.hint),
    error: content(o.errorMessage),
    describedBy: o.describedBy,
    class: o.classes,
    groupClass: o.formGroup?.classes,
    attributes: o.attributes,
  };
}

export function choice(item: Item) {
  if (item.divider) return { divider: item.divider };
  return {
    value: String(item.value),
    text: content(item),
    name: item.name,
    id: item.id,
    hint: content(item.hint),
    checked: item.checked,
    disabled: item.disabled,
    reveals: item.conditional?.html && content(item.conditional),
    exclusive: item.behaviour === 'exclusive',
    attributes: item.attributes,
  };
}

export function cell(of: Cell) {
  const { format, classes, colspan, rowspan } = of;
  return { content: content(of), numeric: format === 'numeric', class: classes, colspan, rowspan };
}

export function actions(of: Row['actions']) {
  return of?.items?.map((item) => ({
    href: item.href,
    text: content(item),
    hidden: item.visuallyHiddenText,
  }));
}

export function pageLink(word: string, link: Options['previous']) {
  const short = (
    <>
      {word}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
  return link && { href: link.href, text: content(link) ?? short, label: link.labelText };
}

export const dateParts = (o: Options) =>
  (['day', 'month', 'year'] as const).filter(
    (part) => o[part] !== false && (!o.items || o.items.some((item) => item.name === part)),
  );

/** What the options say about one box of a date, in either of their two ways. */
function dateItem(o: Options, part: 'day' | 'month' | 'year'): Item {
  return { ...o.items?.find((item) => item.name === part), ...(o[part] || undefined) };
}

export function dateValues(o: Options) {
  const values = (o.values ?? {}) as Record<string, string>;
  const of = (part: 'day' | 'month' | 'year') =>
    dateItem(o, part).value ?? values[`${o.namePrefix}-${part}`] ?? values[part];
  return { day: of('day'), month: of('month'), year: of('year') };
}

export function wrongDateParts(o: Options) {
  const marked = dateParts(o).filter((part) => {
    const { error, classes } = dateItem(o, part);
    return error || classes?.includes('govuk-input--error');
  });
  return marked.length > 0 ? marked : dateParts(o).filter((part) => dateItem(o, part).error !== false);
}

/** Markup given as a string stands in an element of its own, which the comparison leaves out. */
export function content(of: Text | undefined) {
  return of?.html ? h('raw-html', { dangerouslySetInnerHTML: { __html: of.html } }) : of?.text;
}
