import * as fc from 'fast-check';
import { pageLinks } from './page-links.js';

const drawn = (current: number, last: number) =>
  pageLinks(current, last, (page) => `?page=${page}`)
    .map((link) => (link === 'gap' ? '…' : link.current ? `[${link.number}]` : link.number))
    .join(' ');

describe('the links to other pages', () => {
  it.each([
    [1, 1, '[1]'],
    [1, 3, '[1] 2 3'],
    [1, 99, '[1] 2 … 99'],
    [4, 99, '1 2 3 [4] 5 … 99'],
    [50, 99, '1 … 49 [50] 51 … 99'],
    [99, 99, '1 … 98 [99]'],
  ])('on page %i of %i are %s', (current, last, expected) => {
    expect(drawn(current, last)).toBe(expected);
  });

  it('rise, name the first, the last and the current page, and no gap hides a single page', () => {
    const place = fc
      .integer({ min: 1, max: 300 })
      .chain((last) => fc.tuple(fc.integer({ min: 1, max: last }), fc.constant(last)));
    fc.assert(
      fc.property(place, ([current, last]) => {
        const links = pageLinks(current, last, String);
        const numbers = links.flatMap((link) => (link === 'gap' ? [] : [link.number]));
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        expect(numbers).toEqual(expect.arrayContaining([1, current, last]));
        for (const [index, link] of links.entries()) {
          if (link !== 'gap') continue;
          const [before, after] = [links[index - 1], links[index + 1]];
          if (typeof before !== 'object' || typeof after !== 'object') throw new Error('A gap at the end');
          expect(after.number - before.number).toBeGreaterThan(2);
        }
      }),
    );
  });
});
