import type { VNode } from 'preact';
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Pagination,
  Panel,
  SkipLink,
  SummaryList,
  Table,
  Tag,
  TaskList,
  WarningText,
} from '../index.js';
import { fieldsFromOptions } from './fields-from-options.js';
import type { Cell, Options, Row } from './options.js';
import { actions, cell, content, pageLink } from './parts-of-options.js';

/** The same component as a macro of govuk-frontend draws from these options, drawn by ours. */
export const fromOptions: Record<string, (options: Options) => VNode> = {
  ...fieldsFromOptions,
  'back-link': (o) => (
    <BackLink href={o.href ?? '#'} class={o.classes} attributes={o.attributes}>
      {content(o)}
    </BackLink>
  ),
  button: (o) => (
    <Button
      href={o.href}
      class={o.classes}
      start={o.isStartButton}
      type={o.type as 'button'}
      name={o.name}
      value={o.value as string}
      disabled={o.disabled}
      preventDoubleClick={o.preventDoubleClick}
      id={o.id}
      attributes={o.attributes}
    >
      {content(o)}
    </Button>
  ),
  details: (o) => (
    <Details
      summary={content({ text: o.summaryText, html: o.summaryHtml })}
      open={o.open}
      id={o.id}
      class={o.classes}
      attributes={o.attributes}
    >
      {content(o)}
    </Details>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      title={content({ text: o.titleText, html: o.titleHtml })}
      errors={o.errorList?.map((item) => ({ text: content(item), href: item.href }))}
      disableAutoFocus={o.disableAutoFocus}
      class={o.classes}
    >
      {content({ text: o.descriptionText, html: o.descriptionHtml })}
    </ErrorSummary>
  ),
  'inset-text': (o) => (
    <InsetText id={o.id} class={o.classes}>
      {content(o)}
    </InsetText>
  ),
  'notification-banner': (o) => (
    <NotificationBanner
      type={o.type as 'success'}
      title={content({ text: o.titleText, html: o.titleHtml })}
      titleId={o.titleId}
      titleHeadingLevel={o.titleHeadingLevel as 3}
      role={o.role as 'region'}
      disableAutoFocus={o.disableAutoFocus}
      text={o.text}
      class={o.classes}
    >
      {o.html && content(o)}
    </NotificationBanner>
  ),
  pagination: (o) => (
    <Pagination
      previous={pageLink('Previous', o.previous)}
      next={pageLink('Next', o.next)}
      pages={o.items?.map((item) =>
        item.ellipsis ? 'gap' : { number: item.number ?? '', href: item.href ?? '', current: item.current },
      )}
      label={o.landmarkLabel}
      class={o.classes}
    />
  ),
  panel: (o) => (
    <Panel
      title={content({ text: o.titleText, html: o.titleHtml })}
      headingLevel={o.headingLevel as 2}
      class={o.classes}
    >
      {content(o)}
    </Panel>
  ),
  'skip-link': (o) => (
    <SkipLink href={o.href} class={o.classes}>
      {content(o)}
    </SkipLink>
  ),
  'summary-list': (o) => (
    <SummaryList
      rows={(o.rows as Row[]).filter(Boolean).map((row) => ({
        key: content(row.key),
        value: content(row.value),
        actions: actions(row.actions),
        class: row.classes,
      }))}
      card={
        o.card && {
          title: o.card.title?.text ?? '',
          headingLevel: o.card.title?.headingLevel as 3,
          actions: actions(o.card.actions),
          class: o.card.classes,
        }
      }
      class={o.classes}
    />
  ),
  table: (o) => (
    <Table
      caption={o.caption}
      captionSize={o.captionClasses?.split('--')[1] as 'm'}
      head={o.head?.map(cell)}
      rows={(o.rows as Cell[][]).filter(Boolean).map((row) => row.map(cell))}
      firstCellIsHeader={o.firstCellIsHeader}
      class={o.classes}
      attributes={o.attributes}
    />
  ),
  tag: (o) => <Tag class={o.classes}>{content(o)}</Tag>,
  'task-list': (o) => (
    <TaskList
      idPrefix={o.idPrefix}
      class={o.classes}
      tasks={
        o.items?.filter(Boolean).map(({ title, href, hint, status }) => ({
          title: content(title),
          href,
          hint: content(hint),
          status: {
            text: content(status?.tag ?? status),
            tag: status?.tag && ((status.tag.classes?.split('--')[1] ?? 'plain') as 'plain'),
            cannotStartYet: status?.classes?.includes('cannot-start-yet'),
          },
        })) ?? []
      }
    />
  ),
  'warning-text': (o) => (
    <WarningText spoken={o.iconFallbackText} class={o.classes}>
      {content(o)}
    </WarningText>
  ),
};
