/** A group of the papers table: its heading (a case, "Giấy tờ phải nộp"), its rows, what is no row. */
export interface PaperGroup {
  heading: string;
  rows: PaperRow[];
  /** Text behind the last row that is no heading either. */
  rest: string;
}

/** One row: the first two cells stand glued (`name`), the third is read. */
export interface PaperRow {
  name: string;
  originals: number;
  copies: number;
  /** The digits before "bản" may belong partly to the name: "bước 11 bản chính". */
  uncertain: boolean;
}

const header = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/u;
const quantity = /(?<!\d)(\d+) bản (chính|sao)(?:, ?(\d{1,3}) bản sao)?/gu;

/** The groups of the table; undefined when the text is no such table. */
export function splitPaperTable(text: string): PaperGroup[] | undefined {
  const [first = '', ...tables] = text.split(header);
  if (tables.length === 0) return undefined;
  const groups: PaperGroup[] = [];
  let heading = first;
  tables.forEach((table, index) => {
    const { rows, rest } = readRows(table);
    const isLast = index === tables.length - 1;
    groups.push({ heading: heading.trim(), rows, rest: isLast ? rest.trim() : '' });
    // Behind the last row of a table the heading of the next one stands.
    heading = rest;
  });
  return groups;
}

function readRows(table: string): { rows: PaperRow[]; rest: string } {
  const rows: PaperRow[] = [];
  let from = 0;
  for (const match of table.matchAll(quantity)) {
    const cell = quantityCell(table, match);
    if (!cell) continue;
    const { start, amount, uncertain } = cell;
    const copiesOnly = match[2] === 'sao';
    rows.push({
      name: table.slice(from, start),
      originals: copiesOnly ? 0 : amount,
      copies: copiesOnly ? amount : Number(match[3] ?? 0),
      uncertain,
    });
    from = match.index + match[0].length;
  }
  return { rows, rest: table.slice(from) };
}

/**
 * Whether "N bản chính" is the cell of a row and not a part of a name, and where the cell begins. The portal
 * writes N without leading zero and glues what follows; names say "01 bản chính;" or "nộp 02 bản chính tờ khai".
 */
function quantityCell(
  table: string,
  match: RegExpExecArray,
): { start: number; amount: number; uncertain: boolean } | undefined {
  const digits = match[1] ?? '';
  const after = table.slice(match.index + match[0].length, match.index + match[0].length + 4);
  const atEnd = /^\s*$/.test(after);
  const glued = /^(?:[\p{L}\d(+*\-–•“"')/]|\.{1,3}\p{L}|[ \t\n]+[(+*•\-\p{Lu}\d])/u.test(after);
  if (!atEnd && !glued) return undefined;

  const before = table.charAt(match.index - 1);
  const lastDigit = {
    start: match.index + digits.length - 1,
    amount: Number(digits.at(-1)),
    uncertain: true,
  };
  if (digits.length === 1) {
    if (/^[)]|^\s+\p{Lu}/u.test(after) && match[3] === undefined && /[\s(]/.test(before)) return undefined;
    return { ...lastDigit, uncertain: false };
  }
  const year = /(?:19|20)\d\d$/.test(digits.slice(0, -1));
  if (year) return { ...lastDigit, uncertain: false };
  if (digits.startsWith('0')) return digits.length > 2 || atEnd ? lastDigit : undefined;
  if (digits.length > 2 || /[\s/.-]/.test(before)) return lastDigit;
  return { start: match.index, amount: Number(digits), uncertain: true };
}
