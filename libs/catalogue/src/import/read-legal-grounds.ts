import { cleanLine, saysNothing } from './clean-text.js';
import { documentNumber } from './document-number.js';
import type { Flag, LegalGround } from './procedure-facts.js';

const header = /^\s*Tên văn bản pháp lý\s*Mã văn bản/u;
// Some number cells repeat the kind: "…của Bộ Tư phápThông tư số 03/2023/TT-BTP".
const kindInCell =
  /(?:Bộ luật|BỘ LUẬT|Luật|Luất|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|NĐ|TT|QĐ|NQ|(?=[Ss]ố))(?: ?[Ss]ố)?:? ?$/u;
const beginsNextTitle = /^(?:\s*$|[\p{L}\d“"(]|\s*\n|\s+\p{Lu})/u;

/**
 * The laws and regulations a procedure rests on. The table's two columns, title and number, stand glued; titles
 * hold numbers too, followed by a sentence, whereas behind a number cell the next title begins without blank.
 */
export function readLegalGrounds(text: string, flags: Flag[]): LegalGround[] {
  const head = header.exec(text);
  if (!head && !saysNothing(text))
    flags.push({ code: 'legal-grounds-unread', field: 'legalGrounds', raw: text });
  if (!head) return [];
  const table = text.slice(head[0].length);
  const grounds = new Map<string, LegalGround>();
  let from = 0;
  for (const match of table.matchAll(documentNumber)) {
    const number = match[1] ?? '';
    const end = match.index + match[0].length;
    const before = table.slice(from, end - number.length);
    const kind = kindInCell.exec(before.slice(-40))?.[0] ?? '';
    // "Luật28/2023/QH15": the title is only the kind.
    const onlyKind = kind.length === before.length && /\S$/.test(kind);
    const titleEnd = onlyKind ? before.length : before.length - kind.length;
    if (titleEnd === 0 || !beginsNextTitle.test(table.slice(end, end + 3))) continue;
    // A blank before the number: part of a sentence, unless the sentence has named it already or nothing follows.
    const afterBlank = /[\s(]/.test(before.charAt(titleEnd - 1));
    if (afterBlank && end < table.length && !before.slice(0, 400).includes(number)) continue;
    add(grounds, number, cleanLine(before.slice(0, titleEnd)));
    from = end;
  }
  const rest = cleanLine(table.slice(from));
  if (rest !== '') {
    const numbers = [...rest.matchAll(documentNumber)].map((match) => match[1] ?? '');
    for (const number of numbers.slice(-1)) add(grounds, number);
    if (numbers.length !== 1) flags.push({ code: 'legal-grounds-unread', field: 'legalGrounds', raw: rest });
  }
  return [...grounds.values()];
}

function add(grounds: Map<string, LegalGround>, number: string, title?: string): void {
  if (grounds.has(number)) return;
  grounds.set(number, title === undefined || title === number ? { number } : { number, title });
}
