import type { Audience } from '../audience.js';

const minute = 60_000;

/** How long a session lasts at most, and how long without a request (NIST SP 800-63B, AAL2 and AAL3). */
export const lifetimes: Record<Audience, { absoluteMilliseconds: number; idleMilliseconds: number }> = {
  portal: { absoluteMilliseconds: 12 * 60 * minute, idleMilliseconds: 30 * minute },
  desk: { absoluteMilliseconds: 8 * 60 * minute, idleMilliseconds: 15 * minute },
};
