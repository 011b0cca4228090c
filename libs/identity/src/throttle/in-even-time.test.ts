import { setTimeout } from 'node:timers/promises';
import { inEvenTime } from './in-even-time.js';

const milliseconds = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await inEvenTime(work).catch(() => undefined);
  return performance.now() - begun;
};

test('quick or not so quick, in vain or not: the answer comes after the same time', async () => {
  expect(await milliseconds(async () => 'found')).toBeGreaterThanOrEqual(39);
  expect(await milliseconds(() => setTimeout(20))).toBeGreaterThanOrEqual(39);
  expect(await milliseconds(() => Promise.reject(new Error('away')))).toBeGreaterThanOrEqual(39);
});

test('what takes longer than that comes after the next step', async () => {
  expect(await milliseconds(() => setTimeout(50))).toBeGreaterThanOrEqual(79);
});
