import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Platform } from '#lib/platform';
import { keepCounted, takeOrCount } from './counted-ahead.js';
import { type Limit, limits } from './limits.js';

/** A try that was one too many. */
export interface TooMany {
  /** Tries of this window, this one included. */
  tries: number;
  /** Whole seconds until the window ends. */
  seconds: number;
}

/**
 * Counts a try by `key`; undefined while there were not too many. Counted in the database, so that all processes count
 * together; where a whole network counts in one row and is often busy, several tries at a time.
 */
export async function countTry(
  platform: Platform,
  kind: keyof typeof limits,
  key: string,
): Promise<TooMany | undefined> {
  const { ahead = 1 }: Limit = limits[kind];
  if (ahead === 1) return countTries(platform, kind, key, 1);
  const name = `${kind}:${key}`;
  return takeOrCount(platform.database, name, () => countTries(platform, kind, key, ahead));
}

async function countTries(
  platform: Platform,
  kind: keyof typeof limits,
  key: string,
  count: number,
): Promise<TooMany | undefined> {
  const { tries, seconds } = limits[kind];
  const limiter = new RateLimiterPostgres({
    storeClient: platform.database,
    storeType: 'typeorm',
    schemaName: 'identity',
    tableName: 'throttle',
    tableCreated: true,
    // The worker's sweep does that, and without a timer in every process.
    clearExpiredByTimeout: false,
    keyPrefix: kind,
    points: tries,
    duration: seconds,
  });
  try {
    const { msBeforeNext } = await limiter.consume(key, count);
    const left = { left: count - 1, until: Date.now() + msBeforeNext };
    keepCounted(platform.database, `${kind}:${key}`, left);
    return undefined;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { tries: error.consumedPoints, seconds: Math.ceil(error.msBeforeNext / 1000) };
  }
}
