import { cleanLine, saysNothing, trimEndOf } from './clean-text.js';
import type { Flag, Result } from './procedure-facts.js';

// Behind the results the page goes on: "Từ khóaKhông có thông tinMô tả…Chọn cơ quan thực hiện…Nộp hồ sơ".
const chrome = /Từ khóa\s*(?:Không có thông tin|[^\n]{0,200}?Mô tả)/u;
const usual =
  /^(?:KQ[.-][A-Z]\d{2}[.-](?:KQ-)?\d{5,7}(?!\d)|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ\d{1,6}(?!\d))/u;

/** The results with their national codes: `Giấy khai sinhMã: KQ.G15.000031…`. */
export function readResults(text: string, flags: Flag[]): Result[] {
  const cut = chrome.exec(text);
  const body = cut ? text.slice(0, cut.index) : text;
  const [first = '', ...others] = body.split(/Mã:/u);
  const results: Result[] = [];
  let name = first;
  for (const other of others) {
    const { code, after } = readCode(other.trimStart());
    if (code !== undefined && !usual.test(code))
      flags.push({ code: 'result-code-odd', field: 'results', raw: code });
    add(results, name, code);
    name = after;
  }
  add(results, name);
  return results;
}

function readCode(text: string): { code?: string; after: string } {
  // An unusual code ends before a word: a capital and a small letter, or a blank.
  const code = (usual.exec(text) ?? /^(?:(?!\p{Lu}\p{Ll})[A-Z0-9._-]){1,30}/u.exec(text))?.[0];
  return code === undefined ? { after: text } : { code, after: text.slice(code.length) };
}

function add(results: Result[], text: string, code?: string): void {
  const name = trimEndOf(cleanLine(text).replace(/^(?:[-–+*•·.,;)]|\s)+/u, ''), ' .,;');
  if (saysNothing(name) || !/\p{L}/u.test(name)) return;
  results.push(code === undefined ? { name } : { name, code });
}
