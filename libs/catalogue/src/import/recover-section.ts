/**
 * Sections of the whole page (`raw_text`), for columns that were cut at a word inside a sentence: the collector
 * looked for "Thành phần hồ sơ" and found it in the steps.
 */
export function papersOnPage(page: string): string | undefined {
  const table = page.indexOf('Tên giấy tờMẫu đơn, tờ khaiSố lượng');
  if (table < 0) return undefined;
  const label = 'Thành phần hồ sơ';
  // Behind the channels the first label is the section's; a heading that repeats the words comes later.
  const channels = Math.max(0, page.indexOf('Hình thức nộpThời gian'));
  const at = page.lastIndexOf(label, table);
  const start = at >= channels ? at + label.length : table;
  const end = page.indexOf('Căn cứ pháp lýTên văn bản', table);
  const otherEnd = page.indexOf('Căn cứ pháp lýKhông có thông tin', table);
  const ends = [end, otherEnd].filter((position) => position >= 0);
  return ends.length === 0 ? undefined : page.slice(start, Math.min(...ends));
}

export function resultsOnPage(page: string): string | undefined {
  const label = 'Kết quả xử lý';
  const end = page.lastIndexOf('Từ khóa');
  const at = end < 0 ? -1 : page.lastIndexOf(label, end);
  return at < 0 ? undefined : page.slice(at + label.length, end);
}

export function legalGroundsOnPage(page: string): string | undefined {
  if (page.includes('Căn cứ pháp lýKhông có thông tin')) return '';
  const start = page.indexOf('Tên văn bản pháp lýMã văn bản');
  const end = page.indexOf('Cơ quan thực hiện', start);
  return start < 0 || end < 0 ? undefined : page.slice(start, end);
}

/** The code that the page itself carries. */
export function codeOnPage(page: string): string | undefined {
  return /Mã thủ tục\s*(\d\.\d{6}(?:\.[A-Z]\d{2,3})?)\s*Số quyết định/u.exec(page)?.[1];
}
