import { classNames } from './class-names.js';
import type { Content } from './props.js';

export interface QueueColumn<Id extends string = string> {
  id: Id;
  title: string;
  /** The cell names its row; on a phone it heads the card. One column at most. */
  heads?: boolean | undefined;
  numeric?: boolean | undefined;
  /** Never broken into lines: dates, codes. */
  whole?: boolean | undefined;
  /** On a phone the cell stands without its title. */
  bare?: boolean | undefined;
}

export interface QueueRow<Id extends string = string> {
  /** Value of its tick box. */
  id: string;
  cells: Record<Id, Content>;
  /** Past its deadline: marked, and said in the cell itself. */
  late?: boolean | undefined;
  /** What the tick box says aloud: "Chọn 000.00.12.H26-261120-0042". A row without it cannot be chosen. */
  tickLabel?: string | undefined;
}

interface QueueTableProps<Id extends string> {
  /** Name of the table for those who hear it. */
  caption: string;
  columns: QueueColumn<Id>[];
  rows: QueueRow<Id>[];
  /** Name of the tick boxes, where rows can be chosen for an act on many. */
  tickName?: string | undefined;
}

/** Work in the order it is due. On a phone every row becomes a card. */
export function QueueTable<Id extends string>(props: QueueTableProps<Id>) {
  // The roles keep it a table for screen readers where the style sheet makes cards of it.
  return (
    <table class="queue" role="table">
      <caption class="govuk-visually-hidden">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.tickName ? <td role="cell" class="queue__tick" /> : null}
          {props.columns.map((column) => (
            <th role="columnheader" scope="col" class={classNames(column.numeric && 'queue__number')}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.rows.map((row) => (
          <Row columns={props.columns} row={row} tickName={props.tickName} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps<Id extends string> {
  columns: QueueColumn<Id>[];
  row: QueueRow<Id>;
  tickName: string | undefined;
}

function Row<Id extends string>({ columns, row, tickName }: RowProps<Id>) {
  return (
    <tr role="row" class={classNames('queue__row', row.late && 'queue__row--late')}>
      {tickName ? (
        <td role="cell" class="queue__tick">
          {row.tickLabel ? (
            <input type="checkbox" name={tickName} value={row.id} aria-label={row.tickLabel} />
          ) : null}
        </td>
      ) : null}
      {columns.map((column) =>
        column.heads ? (
          <th role="rowheader" scope="row" class="queue__head">
            {row.cells[column.id]}
          </th>
        ) : (
          <td
            role="cell"
            class={classNames(column.numeric && 'queue__number', column.whole && 'queue__whole')}
            data-title={column.bare ? undefined : column.title}
          >
            {row.cells[column.id]}
          </td>
        ),
      )}
    </tr>
  );
}
