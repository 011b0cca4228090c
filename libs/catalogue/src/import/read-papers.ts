import { cleanLine, saysNothing } from './clean-text.js';
import { splitForms } from './paper-forms.js';
import { type PaperRow, splitPaperTable } from './paper-table.js';
import type { Flag, Paper } from './procedure-facts.js';

type Note = { case?: string; text: string };
export interface ReadPapers {
  papers: Paper[];
  /** Remarks listed among the papers. */
  notes: Note[];
  cases: string[];
}

// Headings that say what to do with the papers, not in which case.
const noCase =
  /^(?:\(?[\p{L}\d.]{1,5}[).] ?)?(?:(?:các )?(?:giấy tờ|hồ sơ|tài liệu)(?: phải| cần)? (?:nộp|xuất trình)|lưu ý|ghi chú|thành phần hồ sơ|hồ sơ (?:bao )?gồm|hồ sơ|số lượng)/iu;
const heedOnly = /^(?:lưu ý|ghi chú)/iu;
const remark =
  /^(?:\(?[\p{L}\d.]{1,5}[).] ?)?\(?(?:lưu ý|ghi chú|số lượng(?: hồ sơ)?|trường hợp|đối với|cá nhân có quyền|người tiếp nhận|người yêu cầu|cơ quan đăng ký|bản chụp các giấy tờ gửi kèm|giấy tờ do cơ quan có thẩm quyền của nước ngoài|việc (?:xác định|nộp|kê khai)|tổ chức, cá nhân|thành phần hồ sơ|hồ sơ (?:bao )?gồm)/iu;

/** The papers of a procedure; undefined when the text is no table of papers. */
export function readPapers(text: string, flags: Flag[]): ReadPapers | undefined {
  const groups = splitPaperTable(text);
  if (!groups) return undefined;
  const read: ReadPapers = { papers: [], notes: [], cases: [] };
  for (const { heading, rows, rest } of groups) {
    const name = withoutBullet(cleanLine(heading)).replace(/:$/, '').trim();
    const group = saysNothing(name) ? {} : { case: name };
    if (group.case !== undefined && !noCase.test(name) && !read.cases.includes(name)) read.cases.push(name);
    for (const row of rows) readPaper(row, group, read, flags);
    if (saysNothing(rest)) continue;
    read.notes.push({ ...group, text: cleanLine(rest) });
    flags.push({ code: 'papers-unread', field: 'papers', raw: rest });
  }
  if (read.cases.length === 1) read.cases = [];
  return read;
}

function readPaper(row: PaperRow, group: { case?: string }, read: ReadPapers, flags: Flag[]): void {
  const { name: glued, forms, separated } = splitForms(cleanLine(row.name));
  const name = withoutBullet(glued);
  if (saysNothing(name) && forms.length === 0) return;
  const flag = (code: Flag['code']) => flags.push({ code, field: 'papers', raw: name });

  const asksNothing = row.originals === 0 && row.copies === 0;
  const namesCopies = /\d (?:\([^()]{1,12}\) )?(?:bản|bộ)/iu.test(name);
  const remarks = remark.test(name) || name.endsWith(':') || heedOnly.test(group.case ?? '');
  if (asksNothing && forms.length === 0 && !namesCopies && remarks) {
    read.notes.push({ ...group, text: name });
    return;
  }
  if (asksNothing) flag('paper-or-note');
  if (row.uncertain) flag('paper-quantity-uncertain');
  if (!separated) flag('paper-form-not-separated');
  read.papers.push({
    ...group,
    name: saysNothing(name) ? (forms[0] ?? '') : name,
    ...(forms.length > 0 ? { forms } : {}),
    originals: row.originals,
    copies: row.copies,
  });
}

function withoutBullet(text: string): string {
  return text.replace(/^(?:[-–+*•·.]|\s)+(?!\d)/u, '').trim();
}
