import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Platform, Refusal } from '#lib/platform';
import { networkOf, senderOf } from '#lib/web';
import { countTry } from './count-try.js';
import { limits } from './limits.js';
import { givePlace, placeHasCome } from './place-in-queue.js';

/** Kinds that count everybody of a network together. */
export type NetworkKind = 'sign-in-network' | 'sign-up-network' | 'code-network' | 'follow-network';

/**
 * Counts a try for its whole network. Above the limit of the network a try costs a wait, and is not refused for what
 * others do (decision 8). Refuses 'network-busy' (429) with the 2 to 10 seconds to wait, and gives the browser a place in
 * the queue: who comes back after them goes on, once for each place, as often a minute as one sender may.
 */
export async function slowDownNetwork(
  platform: Platform,
  kind: NetworkKind,
  browser: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const { ip } = browser.request;
  const tooMany = await countTry(platform, kind, networkOf(ip));
  if (!tooMany) return;
  const place = placeHasCome(platform, kind, browser.request);
  let seconds = waitSeconds(kind, tooMany.tries);
  if (place && !(await countTry(platform, 'place', place))) {
    const tooFast = await countTry(platform, `${kind}-waited`, senderOf(ip));
    if (!tooFast) return;
    ({ seconds } = tooFast);
  }
  throw new Refusal('network-busy', 429, { seconds: givePlace(platform, kind, browser, seconds) });
}

/** Two seconds just above the limit, ten at three times as many tries. */
function waitSeconds(kind: NetworkKind, tries: number): number {
  const limit = limits[kind].tries;
  return Math.min(10, 2 + Math.floor((4 * (tries - limit)) / limit));
}
