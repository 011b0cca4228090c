import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Audience, audienceOf } from '../audience.js';

type Kind = 'session' | 'pre-session' | 'place';

/** `__Host-`: sent to this very host alone, over a secure connection (RFC 6265bis, section 4.1.3.2). */
const names: Record<Audience, Record<Kind, string>> = {
  portal: { session: '__Host-portal', 'pre-session': '__Host-portal-pre', place: '__Host-portal-place' },
  desk: { session: '__Host-desk', 'pre-session': '__Host-desk-pre', place: '__Host-desk-place' },
};
const attributes = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The token a browser shows, or undefined. */
export function tokenIn(request: FastifyRequest, kind: Kind): string | undefined {
  const token = request.cookies[names[audienceOf(request)][kind]];
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export function giveToken(request: FastifyRequest, reply: FastifyReply, kind: Kind, token: string): void {
  reply.setCookie(names[audienceOf(request)][kind], token, attributes);
}

export function takeToken(request: FastifyRequest, reply: FastifyReply, kind: Kind): void {
  reply.clearCookie(names[audienceOf(request)][kind], attributes);
}
