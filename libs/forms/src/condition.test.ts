import { type Condition, holds } from './condition.js';

const answers = { kind: 'a', sure: false, ticked: ['x', 'y'], copies: 0 };
const yes: Condition = { eq: ['kind', 'a'] };
const no: Condition = { eq: ['kind', 'b'] };

describe('a condition', () => {
  it.each<[Condition, boolean]>([
    [yes, true],
    [no, false],
    [{ eq: ['sure', false] }, true],
    [{ eq: ['copies', 0] }, true],
    [{ eq: ['copies', '0'] }, false],
    [{ in: ['kind', ['b', 'a']] }, true],
    [{ in: ['kind', ['b', 'c']] }, false],
    [{ eq: ['ticked', 'y'] }, true],
    [{ in: ['ticked', ['z', 'x']] }, true],
    [{ eq: ['ticked', 'z'] }, false],
    [{ answered: 'sure' }, true],
    [{ answered: 'nothing' }, false],
    [{ not: { eq: ['nothing', 'a'] } }, true],
    [{ all: [yes, yes] }, true],
    [{ all: [yes, no] }, false],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, answers)).toBe(expected);
  });

  it('never sees what every object inherits', () => {
    expect(holds({ answered: 'constructor' }, {})).toBe(false);
    expect(holds({ eq: ['toString', Object.prototype.toString] }, {})).toBe(false);
  });

  it.each([{ eq: ['nothing', undefined] }, { in: ['nothing', [undefined, null]] }] as Condition[])(
    '%j is not true of a field without an answer',
    (condition) => {
      expect(holds(condition, {})).toBe(false);
    },
  );
});
