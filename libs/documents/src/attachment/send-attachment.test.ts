import * as fc from 'fast-check';
import { fileNameParameters } from './send-attachment.js';

test('a Vietnamese name is given in full, and without its marks to clients that know only ASCII', () => {
  expect(fileNameParameters('Giấy chứng sinh Đỗ Ánh.pdf')).toBe(
    `filename="Giay chung sinh Do Anh.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20ch%E1%BB%A9ng%20sinh%20%C4%90%E1%BB%97%20%C3%81nh.pdf`,
  );
});

test('no name gets out of its parameter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      expect(fileNameParameters(name)).toMatch(/^filename="[\w .()-]*"; filename\*=UTF-8''[\w.!~%-]*$/);
    }),
  );
});
