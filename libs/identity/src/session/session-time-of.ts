import type { SessionTime } from '#lib/web';
import { lifetimes } from './lifetimes.js';
import type { Session } from './session.entity.js';

/** How long a session still lasts: counted from when it was noted as seen, which may be a minute before this request. */
export function sessionTimeOf({ audience, lastSeenAt, expiresAt }: Session, now: Date): SessionTime {
  const { idleMilliseconds } = lifetimes[audience];
  return {
    idleLeftSeconds: seconds(lastSeenAt.getTime() + idleMilliseconds - now.getTime()),
    leftSeconds: seconds(expiresAt.getTime() - now.getTime()),
    idleSeconds: seconds(idleMilliseconds),
  };
}

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
