// Case matters: ".docxMẫu" ends a file name, ".docxa" does not.
const file = /\.(?:docx?|DOCX?|pdf|PDF|xlsx?|XLSX?|rtf|rar|zip|jpe?g|JPE?G|png|PNG|odt)(?![a-z])/gu;

// Where a cell may begin inside glued text: no blank before it, and a capital after a small letter, a digit or a
// closing mark; a number after a closing mark; or a word that names forms.
const glue = new RegExp(
  [
    '(?<=[\\p{Ll}\\d;:.,)”"]|NĐ-CP|QH\\d\\d)(?=\\p{Lu}[\\p{L}\\d ])',
    '(?<=[;:)”"]|\\p{Ll}\\.?)(?=\\d)',
    '(?<=[^\\s(/_\\-–])(?=(?:[Mm]ẫu|Mau|mau|MẪU|[Pp]hụ lục|PHỤ LỤC|Phu luc|Phlc|văn bản|đơn|giấy|tờ khai|ds)[ \\d])',
  ].join('|'),
  'gu',
);
const formWord =
  /^(?:mẫu|mau|mẩu|mus|mãu|biểu|bieu|phụ lục|phu ?luc|phlc|pl|đơn|don|tờ khai|to ?khai|đề nghị|phiếu|phieu|bản khai|văn bản|giấy|báo cáo|danh sách|quy trình|ds|ms|bm|tthc|nc|na|tk|ct|\d\.\d{6}|\d{1,3}[-.]? ?\p{L})/iu;

/**
 * Divides "name + file names of its forms", which stand glued, where that is certain: "…của Chính phủMẫu số
 * 08.docx". `separated` is false when there is a file name whose beginning cannot be told.
 */
export function splitForms(text: string): { name: string; forms: string[]; separated: boolean } {
  const ends = [...text.matchAll(file)].map((match) => match.index + match[0].length);
  const last = ends.at(-1);
  // A file name in the middle of a sentence is no form.
  if (last === undefined || text.slice(last).trim() !== '') return { name: text, forms: [], separated: true };

  const [firstEnd = 0, ...others] = ends;
  const head = text.slice(0, firstEnd);
  const start = beginningOfFileName(head);
  const more = others.map((end, index) => text.slice(ends[index], end).trim());
  if (start === undefined) return { name: text, forms: [], separated: false };
  return { name: head.slice(0, start), forms: [head.slice(start).trim(), ...more], separated: true };
}

function beginningOfFileName(head: string): number | undefined {
  const from = Math.max(0, head.length - 160);
  const points = [...head.slice(from).matchAll(glue)]
    .map((match) => from + match.index)
    .filter((at) => at > 0);
  return points.find((at) => formWord.test(head.slice(at))) ?? (points.length === 1 ? points[0] : undefined);
}
