import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { blindIndex, digest, type Platform, randomToken } from '#lib/platform';
import { giveToken, tokenIn } from '../session/cookies.js';

/** How long a place may be used once its turn has come. */
const goodForMilliseconds = 120_000;

/**
 * The place this browser shows, if its turn has come. A place says since when it may be used, and is signed: nothing is
 * kept for those who wait. A browser that asks earlier has its place still.
 */
export function placeHasCome(platform: Platform, kind: string, request: FastifyRequest): string | undefined {
  const [token, turn] = placeOf(platform, kind, request);
  const waited = platform.clock.now().getTime() - turn;
  return waited >= 0 && waited < goodForMilliseconds ? token : undefined;
}

/** Gives a place whose turn comes in so many seconds, unless the browser has one that comes by then; returns the seconds. */
export function givePlace(
  platform: Platform,
  kind: string,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  seconds: number,
): number {
  const now = platform.clock.now().getTime();
  const [, held] = placeOf(platform, kind, request);
  if (held > now && held <= now + seconds * 1000) return Math.ceil((held - now) / 1000);
  const turn = (now + seconds * 1000).toString(36).padStart(9, '0');
  giveToken(request, reply, 'place', signed(platform, kind, turn + randomToken().slice(0, 8)));
  return seconds;
}

/** What the browser shows, and when its turn is in milliseconds since the epoch; 0 where it is none of ours. */
function placeOf(platform: Platform, kind: string, request: FastifyRequest): [place: string, turn: number] {
  const place = tokenIn(request, 'place') ?? '';
  const said = place.slice(0, 17);
  const real = timingSafeEqual(digest(place), digest(signed(platform, kind, said)));
  return [place, real ? Number.parseInt(said.slice(0, 9), 36) : 0];
}

/**
 * A place as the browser keeps it: what it says (nine characters of when its turn comes, eight that make it the only one)
 * and the first 26 characters of our signature under that, 156 bits. Together it is as long as any token.
 */
function signed({ config }: Platform, kind: string, said: string): string {
  return said + blindIndex(config.secrets.blindIndexKey, `place:${kind}:${said}`).slice(0, 26);
}
