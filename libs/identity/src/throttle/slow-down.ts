import { type Platform, Refusal } from '#lib/platform';
import { countTry } from './count-try.js';
import type { limits } from './limits.js';

/**
 * Counts a try by `key` and refuses 'too-many-tries' (429) with the seconds to wait once there were too many.
 * It slows down and never locks: who waits may go on.
 */
export async function slowDown(platform: Platform, kind: keyof typeof limits, key: string): Promise<void> {
  const tooMany = await countTry(platform, kind, key);
  if (tooMany) throw new Refusal('too-many-tries', 429, { seconds: tooMany.seconds });
}
