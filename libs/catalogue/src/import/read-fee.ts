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
    return { fee: { ...behindDeadline(row.fee, inside ?? ''), raw: row.fee, ...condition }, free: false };
  }
  return { fee: { ...readAmount(row.fee, inside ?? '', flag), ...condition }, free: false };
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

/** `10,000 Việt Nam Đồng`: commas divide thousands. */
function readAmount(cell: string, words: string, flag: (code: FlagCode) => void): Fee {
  const [, digits = '', currency] = /^([\d.,]+) (.+)$/u.exec(cell) ?? [];
  const amount = /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(digits) ? Number(digits.replaceAll(',', '')) : Number.NaN;
  if (currency === 'USD' && amount > 0) return { amountUsd: amount };
  if (currency !== 'USD' && amount >= 1000 && Number.isSafeInteger(amount)) return { amountDong: amount };
  const small = currency !== 'USD' && amount < 1000;
  const meant = small ? meantBy(amount, words) : undefined;
  flag(meant ? 'fee-repaired' : small ? 'fee-suspiciously-small' : 'fee-unread');
  return { ...meant, raw: cell };
}

/**
 * What an amount under 1,000 dong stands for: what the words beside it say of the same number, thousands of dong or
 * dollars; thousands where they name no amount at all. One digit alone is a place-holder. Undefined where they
 * contradict it.
 */
function meantBy(amount: number, words: string): Omit<Fee, 'raw'> | undefined {
  if (saysThousands(words, amount)) return { amountDong: amount * 1000 };
  if (new RegExp(`(?<![\\d.,])${amount} ?usd`, 'iu').test(words)) return { amountUsd: amount };
  return amount >= 10 && !amountInWords.test(words) ? { amountDong: amount * 1000 } : undefined;
}

/** "120 VNĐ" is the place-holder "1" of a deadline and 20.000 dong, where the words beside it say 20.000. */
function behindDeadline(cell: string, words: string): Pick<Fee, 'amountDong'> {
  const digits = /^\d(\d{1,3}(?:,000)?) /.exec(cell)?.[1];
  const thousands = Number(digits?.replace(',000', ''));
  return saysThousands(words, thousands) ? { amountDong: thousands * 1000 } : {};
}

/** Whether the words name so many thousands: `20.000`, and neither `120.000` nor `20.000.000`. */
function saysThousands(words: string, thousands: number): boolean {
  return new RegExp(`(?<![\\d.,])${thousands}[.,]000(?![.,]?\\d)`, 'u').test(words);
}
