import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { type Platform, Refusal } from '#lib/platform';
import { keepCounted, takeCounted } from './counted-ahead.js';

interface Limit {
  tries: number;
  seconds: number;
  /** How many a process counts at once, to hand them out itself; 1 unless said. */
  ahead?: number;
}

/** How often something may be tried. A network prefix is many people: a school, a village, a mobile operator. */
const limits = {
  /** Challenges handed out: each one opens the way to one verification, which is what costs. */
  'sign-in-network': { tries: 3000, seconds: 600, ahead: 20 },
  /** Failures, counted once they have failed: a passkey that is in order is never held up by them (decision 8). */
  'sign-in-failures-network': { tries: 300, seconds: 600 },
  'sign-in-failures-passkey': { tries: 100, seconds: 600 },
  'sign-up-network': { tries: 60, seconds: 600 },
  'claim-network': { tries: 10, seconds: 600 },
  /** Against guessing codes patiently: 5 guesses a sign-up, 300 of a million a day. */
  'claim-day': { tries: 60, seconds: 86_400 },
  'code-network': { tries: 120, seconds: 600 },
  /** Unknown codes an officer typed: eight digits, good for 15 minutes, are not found by trying. */
  'counter-code-officer': { tries: 20, seconds: 600 },
  /** Codes to a citizen's phone at a helper's device; 5 guesses each, so 300 of a million a day. */
  'phone-code-number': { tries: 10, seconds: 600 },
  'phone-code-number-day': { tries: 60, seconds: 86_400 },
  'phone-code-helper': { tries: 60, seconds: 600 },
  'enrolment-network': { tries: 60, seconds: 600 },
  /** Tries to follow without signing in: the tracking secret has 80 bits, this only spares the database. */
  'follow-network': { tries: 300, seconds: 600 },
  /** By network and code together, so that nobody elsewhere holds up whoever has the receipt. */
  'follow-code': { tries: 10, seconds: 600 },
  /** Codes mailed for one person, and to one address, whoever asks: nobody’s mailbox is filled by us. */
  'contact-code-person': { tries: 5, seconds: 600 },
  'contact-code-address': { tries: 5, seconds: 3600 },
  /** Messages a citizen sends to agencies. */
  'message-person': { tries: 30, seconds: 600 },
} satisfies Record<string, Limit>;

/**
 * Counts a try by `key` and refuses 'too-many-tries' (429) with the seconds to wait once there were too many.
 * It slows down and never locks: who waits may go on. Counted in the database, so that all processes count together;
 * where a whole network counts in one row and is often busy, several tries at a time.
 */
export async function slowDown(platform: Platform, kind: keyof typeof limits, key: string): Promise<void> {
  const { tries, seconds, ahead = 1 }: Limit = limits[kind];
  const name = `${kind}:${key}`;
  if (ahead > 1 && takeCounted(platform.database, name)) return;
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
    const { msBeforeNext } = await limiter.consume(key, ahead);
    keepCounted(platform.database, name, { left: ahead - 1, until: Date.now() + msBeforeNext });
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new Refusal('too-many-tries', 429, { seconds: Math.ceil(error.msBeforeNext / 1000) });
  }
}
