import type { FastifyInstance } from 'fastify';
import type Provider from 'oidc-provider';
import { type PageContext, pageContextOf } from '#lib/web';

declare module 'node:http' {
  interface IncomingMessage {
    /** Of a request that a mounted provider answers: what its own pages need to know. */
    pageContext?: PageContext;
  }
}

/**
 * Serves a provider below a path of an app. It reads the bodies itself and answers past Fastify, so that no guard and
 * no same-origin check stands before it: its endpoints know their callers by client credentials, codes and tokens, and
 * its own cookies are of use only together with one of these. `provider` is asked for at the first request.
 */
export function mountProvider(
  fastify: FastifyInstance,
  { prefix, origin }: { prefix: string; origin: string },
  provider: () => Promise<Provider>,
): void {
  const { host, protocol } = new URL(origin);
  fastify.register(async (own) => {
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('*', (_request, _payload, done) => done(null));
    own.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${prefix}/*`,
      handler: async (request, reply) => {
        const answer = (await provider()).callback();
        const { raw } = request;
        const original = raw.url ?? '';
        // The addresses it makes are those of the configured origin, whatever a sender or a proxy says.
        Object.assign(raw.headers, { 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
        raw.pageContext = pageContextOf(request);
        Object.assign(raw, { originalUrl: original, url: original.slice(prefix.length) });
        reply.hijack();
        await answer(raw, reply.raw);
      },
    });
  });
}
