import type { ChannelKind } from './procedure-facts.js';

/**
 * One row of the table "Hình thức nộp, Thời gian, Phí, lệ phí, Mô tả". Its cells stand glued together:
 * `Trực tuyến7 Ngày làm việc10,000 Việt Nam Đồng(…)Trực tiếp…`.
 */
export interface ChannelRow {
  kind: ChannelKind;
  /** The whole row. */
  raw: string;
  /** The cell "Thời gian": `7 Ngày làm việc`, `1`, `Không có thông tin`; none where it runs into the fee. */
  deadline?: string;
  /** The cell "Phí": `10,000 Việt Nam Đồng`, `Miễn phí`, `Không có thông tin`. With `deadline` absent it begins with the time. */
  fee: string;
  /** What follows: condition of the fee in brackets, then notes. */
  rest: string;
}

const header = /^\s*Hình thức nộp\s*Thời gian\s*Phí, lệ phí\s*Mô tả/u;
const names: Record<string, ChannelKind> = {
  'Trực tuyến': 'online',
  'Trực tiếp': 'in-person',
  'Dịch vụ bưu chính': 'post',
};
const channel = `(${Object.keys(names).join('|')})`;
const units = 'Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng|Tuần|Năm|Phút';
const currency = '(?:Việt Nam Đồng|VNĐ|VND|USD)';
const fee = `(Miễn phí|Không có thông tin|\\d[\\d.,]{0,20} ${currency})`;
const time = `\\d[\\d.,]{0,8} ?(?:${units})|\\d{1,4}(?=Miễn phí|Không có thông tin)|Không có thông tin`;

/**
 * The rows of the table; undefined when the text is no such table. A channel's name begins a row only if the
 * cells of time and fee follow: in notes the same words are followed by a sentence.
 */
export function splitChannelTable(text: string): ChannelRow[] | undefined {
  const head = header.exec(text);
  if (!head) return undefined;
  const body = text.slice(head[0].length).trimStart();

  const words = wordsInTimeCell(body);
  const cells = words === undefined ? time : `${time}|${escape(words)}[. ]*`;
  const glued = `(\\d[\\d.,]{0,20} ${currency})`;
  const starts = [...body.matchAll(new RegExp(`${channel}(?:(${cells})${fee}|${glued})`, 'gu'))];
  if (starts[0]?.index !== 0) return undefined;

  return starts.map((match, index) => {
    const raw = body.slice(match.index, starts[index + 1]?.index ?? body.length);
    const [whole, name = '', deadline, feeCell, gluedCell = ''] = match;
    const rest = raw.slice(whole.length).trim();
    const kind = names[name] ?? 'in-person';
    return deadline !== undefined && feeCell !== undefined
      ? { kind, raw: raw.trim(), deadline: deadline.trim(), fee: feeCell, rest }
      : { kind, raw: raw.trim(), fee: gluedCell, rest };
  });
}

/** Some tables have words for a time, the same in each row: "Không phải trả kết quả cho người nộp thuế". */
function wordsInTimeCell(body: string): string | undefined {
  const match = new RegExp(`^${channel}(\\p{Lu}[^\\n\\d(]{3,200}?)(?:Miễn phí|Không có thông tin)`, 'u').exec(
    body,
  );
  const words = match?.[2]?.replace(/[. ]{1,4}$/, '');
  return words === undefined || words.startsWith('Không có thông') ? undefined : words;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
