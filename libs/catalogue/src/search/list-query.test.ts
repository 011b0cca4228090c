import * as fc from 'fast-check';
import { lifeEvents } from './life-events.js';
import { type ListQuery, listHref, readListQuery } from './list-query.js';

const known = { fields: [{ slug: 'ho-tich', name: 'Hộ tịch', count: 30 }], events: lifeEvents() };
const readHref = (href: string) =>
  readListQuery(Object.fromEntries(new URL(href, 'http://page').searchParams), known);

describe('the address of a list', () => {
  it('is read as it was written, whatever the words', () => {
    const query = fc.record<ListQuery>({
      words: fc
        .string({ unit: 'grapheme', maxLength: 60 })
        .map((text) => text.normalize('NFC').replaceAll('\0', '').trim()),
      field: fc.constantFrom(undefined, ...known.fields),
      level: fc.constantFrom(undefined, 'commune', 'ministry'),
      applicant: fc.constantFrom(undefined, 'citizen', 'enterprise'),
      online: fc.constantFrom(undefined, 'yes', 'no'),
      event: fc.constantFrom(undefined, ...known.events),
      page: fc.constant(1),
    });
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 99 }), (given, page) => {
        expect(readHref(listHref(given, { page }))).toEqual({ ...given, page });
      }),
    );
  });

  it('of everything is the plain one', () => {
    expect(listHref(readListQuery({}, known))).toBe('/procedures');
  });

  it('never fails on any query, and knows only what it knows', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (query) => {
        const read = readListQuery(query, known);
        expect(Number.isInteger(read.page) && read.page >= 1).toBe(true);
      }),
    );
  });
});
