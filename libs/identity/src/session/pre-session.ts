import type { FastifyReply, FastifyRequest } from 'fastify';
import { digest, randomToken } from '#lib/platform';
import { giveToken, tokenIn } from './cookies.js';

/** The hash of the browser's pre-session, which binds challenges and sign-ups to it; undefined without one. */
export function preSessionOf(request: FastifyRequest): Buffer | undefined {
  const token = tokenIn(request, 'pre-session');
  return token === undefined ? undefined : digest(token);
}

/** The same, given to the browser now if it has none. */
export function ensurePreSession(request: FastifyRequest, reply: FastifyReply): Buffer {
  const known = preSessionOf(request);
  if (known) return known;
  const token = randomToken();
  giveToken(request, reply, 'pre-session', token);
  return digest(token);
}
