import { bracketed } from './bracketed.js';
import type { ChannelRow } from './channel-table.js';
import { cleanLine } from './clean-text.js';
import type { Fee, Flag, FlagCode } from './procedure-facts.js';

const amountInWords =
  /\d(?:[\d.,]{0,20}\d)? ?(?:đồng|đ(?![\p{L}])|vnđ|vnd|usd|triệu|nghìn)|(?<![\d./])\d{1,3}(?:\.\d{3}){1,4}(?!\d|[./]\d)|\d{5,12}\/lần/iu;
// In a note an amount may be a fine or a capital: only near the word "phí" it is a fee.
const feeInNote = /phí[^.;\n]{0,80}?\d(?:[\d.,]{0,20}\d)? ?(?:đồng|đ(?![\p{L}])|vnđ|vnd|usd)/iu;
const tariffInNote = /(?:^|\n)[-+* ]{0,3}(?:phí|lệ phí|phí, lệ phí) ?: ?(?:theo|thông tư|nghị định)/iu;
const setByProvince = /hội đồng nhân dân|hđnd|(?:ủy|uỷ) ban nhân dân cấp tỉnh/iu;
const tariff = /mức (?:thu|phí)|biểu (?:phí|giá)|(?:thông tư|nghị định|luật)[^()]{0,200}phí|theo quy định/iu;
// "Không", "Không có", "Không thu", "Chưa quy định", "Miễn lệ phí", but not "Miễn lệ phí đối với người có công".
const saysNone =
  /^[^\p{L}]{0,9}(?:không|chưa (?:có )?quy định|miễn (?:thu )?(?:phí|lệ phí)(?![^]*(?:đối với|cho người)))/iu;

/** The fee of a row. Free only when the cell says so and neither brackets nor note speak of an amount. */
export function readFee(row: ChannelRow, flags: Flag[]): { fee?: Fee; free: boolean } {
  if (row.fee === 'Không có thông tin') return { free: false };
  const { inside, after } = bracketed(row.rest);
  const condition = inside === undefined || inside === '' ? {} : { condition: cleanLine(inside) };
  const flag = (code: FlagCode) => flags.push({ code, field: 'channels', raw: row.raw });

  if (row.fee === 'Miễn phí') {
    const doubt = doubtOfFree(inside ?? '', after);
    if (!doubt) return { free: true };
    flag(doubt);
    return { fee: { raw: row.fee, ...condition }, free: false };
  }
  if (row.deadline === undefined) {
    flag('fee-glued-to-deadline');
    return { fee: { raw: row.fee, ...condition }, free: false };
  }
  return { fee: { ...readAmount(row.fee, flag), ...condition }, free: false };
}

/**
 * The cell says "Miễn phí", which is also what the portal shows where nobody entered a fee: what in the words
 * beside it speaks against it.
 */
function doubtOfFree(inside: string, note: string): FlagCode | undefined {
  if (amountInWords.test(inside) || feeInNote.test(note)) return 'free-but-states-fee';
  if (tariffInNote.test(note)) return 'free-but-cites-tariff';
  if (inside === '' || saysNone.test(inside)) return undefined;
  if (setByProvince.test(inside)) return 'free-but-set-by-province';
  return tariff.test(inside) ? 'free-but-cites-tariff' : 'free-but-words-beside';
}

/** `10,000 Việt Nam Đồng`: commas divide thousands. Under 1,000 dong thousands were meant, but which is not ours to say. */
function readAmount(cell: string, flag: (code: FlagCode) => void): Fee {
  const [, digits = '', currency] = /^([\d.,]+) (.+)$/u.exec(cell) ?? [];
  const amount = /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;
  if (currency === 'USD' && amount > 0) return { amountUsd: amount };
  if (currency !== 'USD' && amount >= 1000 && Number.isSafeInteger(amount)) return { amountDong: amount };
  flag(currency !== 'USD' && amount < 1000 ? 'fee-suspiciously-small' : 'fee-unread');
  return { raw: cell };
}
