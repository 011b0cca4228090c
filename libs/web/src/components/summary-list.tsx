import { classNames } from './class-names.js';
import type { Content } from './props.js';

export interface RowAction {
  href: string;
  text: Content;
  /** What is changed, for those who hear the link alone: "Sửa" + "họ tên của trẻ". */
  hidden?: string | undefined;
}

export interface SummaryRow {
  key: Content;
  value: Content;
  actions?: RowAction[] | undefined;
  class?: string | undefined;
}

export interface SummaryCard {
  title: string;
  headingLevel?: 2 | 3 | 4 | undefined;
  actions?: RowAction[] | undefined;
  class?: string | undefined;
}

interface SummaryListProps {
  rows: SummaryRow[];
  /** Puts the list in a frame with a title. */
  card?: SummaryCard | undefined;
  noBorder?: boolean | undefined;
  class?: string | undefined;
}

/** Questions and their answers, with links to change them. */
export function SummaryList(props: SummaryListProps) {
  const anyActions = props.rows.some((row) => row.actions?.length);
  const list = (
    <dl
      class={classNames('govuk-summary-list', props.noBorder && 'govuk-summary-list--no-border', props.class)}
    >
      {props.rows.map((row) => (
        <Row row={row} anyActions={anyActions} card={props.card} />
      ))}
    </dl>
  );
  return props.card ? <Card card={props.card}>{list}</Card> : list;
}

function Row({
  row,
  anyActions,
  card,
}: {
  row: SummaryRow;
  anyActions: boolean;
  card: SummaryCard | undefined;
}) {
  const withoutOwn = anyActions && !row.actions && 'govuk-summary-list__row--no-actions';
  return (
    <div class={classNames('govuk-summary-list__row', withoutOwn, row.class)}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {row.actions?.length ? (
        <dd class="govuk-summary-list__actions">
          <Actions
            actions={row.actions}
            list="govuk-summary-list__actions-list"
            item="govuk-summary-list__actions-list-item"
            of={card?.title}
          />
        </dd>
      ) : null}
    </div>
  );
}

function Card({ card, children }: { card: SummaryCard; children: Content }) {
  const Heading = `h${card.headingLevel ?? 2}` as 'h2';
  const list = 'govuk-summary-card__actions';
  return (
    <div class={classNames('govuk-summary-card', card.class)}>
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{card.title}</Heading>
        {card.actions?.length === 1 ? (
          <div class={list}>
            <Actions actions={card.actions} list={list} item="" of={card.title} />
          </div>
        ) : card.actions?.length ? (
          <Actions actions={card.actions} list={list} item="govuk-summary-card__action" of={card.title} />
        ) : null}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

interface ActionsProps {
  actions: RowAction[];
  list: string;
  item: string;
  /** Title of the card they belong to, said after each link. */
  of: string | undefined;
}

function Actions({ actions, list, item, of }: ActionsProps) {
  const links = actions.map((action) => (
    <a class="govuk-link" href={action.href}>
      {action.text}
      {action.hidden || of ? (
        <span class="govuk-visually-hidden">
          {action.hidden ? ` ${action.hidden}` : ''}
          {of ? ` (${of})` : ''}
        </span>
      ) : null}
    </a>
  ));
  if (links.length === 1) return <>{links}</>;
  return (
    <ul class={list}>
      {links.map((link) => (
        <li class={item}>{link}</li>
      ))}
    </ul>
  );
}
