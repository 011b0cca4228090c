import type { FastifyRequest } from 'fastify';
import { Refusal } from '#lib/platform';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses an unsafe request that another site could have made a browser send: `Sec-Fetch-Site` must be
 * `same-origin`, or, from a client that does not send it, `Origin` must be the configured one.
 */
export function checkSameOrigin(request: FastifyRequest, origin: string): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const same = site === undefined ? request.headers.origin === origin : site === 'same-origin';
  if (!same) throw new Refusal('cross-site-request', 403);
}
