import type { FastifyInstance } from 'fastify';
import { Refusal } from '#lib/platform';

/** What monitors, other servers and browsers by another name may ask for. */
const anyName = /^\/(healthz|readyz|metrics|assets\/|api\/)/;

/**
 * Pages answer under the configured name alone, because passkeys and cookies are bound to it: a reader who
 * comes by another name (127.0.0.1) is led to the right one.
 */
export function registerExpectedHost(fastify: FastifyInstance, origin: string): void {
  const expected = new URL(origin).host;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.headers.host === expected || anyName.test(request.url)) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal('wrong-host', 421);
    await reply.redirect(`${origin}${request.url}`, 302);
  });
}
