import { array, assert, constantFrom, property } from 'fast-check';
import { lineChanges } from './line-changes.js';
import { valueChanges } from './value-changes.js';

const side = (changes: ReturnType<typeof lineChanges>, which: 'was' | 'is') =>
  changes.flatMap((change) => change[which]?.text ?? []).join('\n');

test('whatever two texts say, both can be read from their lines laid side by side, each line once', () => {
  const text = array(constantFrom('a', 'b', 'c', '')).map((lines) => lines.join('\n'));
  assert(
    property(text, text, (before, after) => {
      const changes = lineChanges(before, after);
      expect([side(changes, 'was'), side(changes, 'is')]).toEqual([before, after]);
    }),
    { numRuns: 300 },
  );
});

test('a line that is new moves no other', () => {
  const changes = lineChanges('a\nb\nc', 'a\nx\nb\nc');
  expect(changes.map(({ was, is }) => [was?.text, is?.text])).toEqual([
    ['a', 'a'],
    [undefined, 'x'],
    ['b', 'b'],
    ['c', 'c'],
  ]);
});

const page = (id: string, vi: string) => ({ id, title: { vi } });

test('what differs is named by the ids of what it stands in; what is new or moved is one place', () => {
  const was = { fee: { amountDong: 8000 }, pages: [page('one', 'Một'), page('two', 'Hai')] };
  const is = {
    fee: { amountDong: 9000 },
    pages: [page('two', 'Hai'), page('one', 'Mốt'), page('three', 'Ba')],
  };
  expect(valueChanges(was, is)).toEqual([
    { place: 'fee.amountDong', was: '8000', is: '9000' },
    { place: 'pages.one.title.vi', was: 'Một', is: 'Mốt' },
    { place: 'pages.three', was: undefined, is: JSON.stringify(page('three', 'Ba')) },
    { place: 'pages', was: 'one, two', is: 'two, one' },
  ]);
});
