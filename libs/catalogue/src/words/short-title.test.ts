import * as fc from 'fast-check';
import { shortTitle } from './short-title.js';

describe('a title in lists and headings', () => {
  it('stays as it is while it can be read at a glance', () => {
    expect(shortTitle('Đăng ký khai sinh')).toBe('Đăng ký khai sinh');
  });

  it('is cut at a word, and never leaves a comma before the dots', () => {
    const title = `${'quyền sử dụng đất, '.repeat(30)}`;
    expect(shortTitle(title)).toMatch(/^quyền sử dụng đất, .*\p{L}…$/u);
    expect(shortTitle(title).length).toBeLessThanOrEqual(201);
  });

  it('is the beginning of the title, and never longer', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (title) => {
        const short = shortTitle(title);
        expect(short.length).toBeLessThanOrEqual(Math.max(240, 201));
        expect(title.startsWith(short.replace(/…$/, '')) || short === title).toBe(true);
      }),
    );
  });
});
