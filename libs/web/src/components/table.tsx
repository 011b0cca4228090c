import { classNames } from './class-names.js';
import type { Attributes, Content, Size } from './props.js';

export interface TableCell {
  content: Content;
  /** Right-aligned figures of equal width. */
  numeric?: boolean | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  class?: string | undefined;
}

interface TableProps {
  caption?: Content;
  captionSize?: Size | undefined;
  head?: (TableCell | string)[] | undefined;
  rows: (TableCell | string)[][];
  firstCellIsHeader?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Data in rows and columns. */
export function Table(props: TableProps) {
  return (
    <table class={classNames('govuk-table', props.class)} {...props.attributes}>
      {props.caption ? (
        <caption
          class={classNames(
            'govuk-table__caption',
            props.captionSize && `govuk-table__caption--${props.captionSize}`,
          )}
        >
          {props.caption}
        </caption>
      ) : null}
      {props.head ? (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {props.head.map(asCell).map((cell) => (
              <th scope="col" {...shape(cell, 'header')}>
                {cell.content}
              </th>
            ))}
          </tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body">
        {props.rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map(asCell).map((cell, index) =>
              index === 0 && props.firstCellIsHeader ? (
                <th scope="row" {...shape({ ...cell, numeric: false }, 'header')}>
                  {cell.content}
                </th>
              ) : (
                <td {...shape(cell, 'cell')}>{cell.content}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function asCell(cell: TableCell | string): TableCell {
  return typeof cell === 'string' ? { content: cell } : cell;
}

function shape(cell: TableCell, part: 'header' | 'cell') {
  return {
    class: classNames(`govuk-table__${part}`, cell.numeric && `govuk-table__${part}--numeric`, cell.class),
    colspan: cell.colspan,
    rowspan: cell.rowspan,
  };
}
