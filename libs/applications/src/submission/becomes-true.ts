import { setTimeout } from 'node:timers/promises';

const tries = 10;
const betweenTriesMs = 50;

/**
 * Looks for half a second whether something is so: whoever finds a signature or a code used up may be the double of a
 * POST that is just being stored.
 */
export async function becomesTrue(look: () => Promise<boolean>): Promise<boolean> {
  for (let left = tries; left > 1; left -= 1) {
    if (await look()) return true;
    await setTimeout(betweenTriesMs);
  }
  return look();
}
