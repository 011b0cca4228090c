import { setTimeout } from 'node:timers/promises';

const stepMilliseconds = 40;

/**
 * Does work whose time would tell whether somebody is known, and what begins beside it, such as a message that is sent:
 * the answer comes after whole steps of time, whichever way was gone. Usually one: the ways take 5 to 25 ms and differ by
 * up to 3.
 */
export async function inEvenTime<T>(work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    const over = (performance.now() - begun) % stepMilliseconds;
    await setTimeout(Math.ceil(stepMilliseconds - over));
  }
}
