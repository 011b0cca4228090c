import { checkDeadlineRule } from './index.js';

const rule = { workingDays: 5, onSupplement: 'restart' };

it.each([
  [rule, []],
  [{ workingHours: 4, openSaturdays: 'count', extension: 'never', onSupplement: 'suspend' }, []],
  [{ onSupplement: 'restart' }, ['term-not-one']],
  [{ ...rule, months: 1 }, ['term-not-one']],
  [{ ...rule, workingDays: 2.5 }, ['term-not-countable']],
  [{ ...rule, workingDays: '5' }, ['term-not-countable']],
  [{ ...rule, filedAfter15h: 'never' }, ['unknown-filed-after-15h']],
  [{ workingDays: 5 }, ['unknown-on-supplement']],
  [{ ...rule, openSaturdays: 'count' }, ['saturdays-without-hours']],
  [{ ...rule, extension: { atMost: 0 } }, ['extension-not-countable']],
  [undefined, ['term-not-one']],
])('%j has the findings %j', (written, codes) => {
  expect(checkDeadlineRule(written).map(({ code }) => code)).toEqual(codes);
});
