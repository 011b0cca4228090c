import type { FastifyReply, FastifyRequest } from 'fastify';
import { digest } from '#lib/platform';

/** For how long a copy may be used without asking again, in seconds. */
const fresh = 300;

/**
 * Sends what is the same for everybody, for anyone to keep: five minutes without asking, then by its entity tag (RFC
 * 9110, section 8.8.3), a hash of what is sent. Who holds it already gets 304.
 */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body }: { type: string; body: string },
): FastifyReply {
  const etag = `"${digest(body).toString('base64url')}"`;
  reply.header('etag', etag).header('cache-control', `public, max-age=${fresh}`);
  const held = request.headers['if-none-match']?.split(/\s*,\s*/u).map((tag) => tag.replace(/^W\//u, ''));
  if (held?.some((tag) => tag === etag || tag === '*')) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(body);
}
