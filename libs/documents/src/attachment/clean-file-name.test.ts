import * as fc from 'fast-check';
import { cleanFileName } from './clean-file-name.js';

test.each([
  ['Giấy chứng sinh của bé Đỗ Ánh Nguyệt.pdf', 'Giấy chứng sinh của bé Đỗ Ánh Nguyệt.pdf'],
  ['Gia\u0302\u0301y khai sinh.pdf', 'Giấy khai sinh.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Lan\\ảnh.jpg', 'ảnh.jpg'],
  ['..', 'tep'],
  ['', 'tep'],
  ['   ...   ', 'tep'],
  ['.bashrc', 'bashrc'],
  ['scan\0.pdf', 'scan.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['a<c>d|e?f*g:h.pdf', 'a_c_d_e_f_g_h.pdf'],
  ['Giấy %22chứng sinh%22.pdf', 'Giấy "chứng sinh".pdf'],
  ['Giấy "chứng sinh".pdf', 'Giấy "chứng sinh".pdf'],
  ['giảm 22%.pdf', 'giảm 22%.pdf'],
  ['dòng\r\nmới.pdf', 'dòngmới.pdf'],
])('%j is kept as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});

test('a long name keeps its ending and fits', () => {
  const kept = cleanFileName(`${'ấ'.repeat(300)}.pdf`);
  expect([...kept]).toHaveLength(120);
  expect(kept).toMatch(/^ấ+\.pdf$/);
});

test('whatever the name, what is kept is one harmless line, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const kept = cleanFileName(name);
      expect(kept.length).toBeGreaterThan(0);
      expect([...kept].length).toBeLessThanOrEqual(120);
      expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}<>|?*:]/u);
      expect(kept).not.toMatch(/^\.{1,2}$/);
      expect(cleanFileName(kept)).toBe(kept);
    }),
  );
});
