import type { FastifyReply } from 'fastify';

/** The form of this page ends, by redirects, at the client: its content security policy must name it. */
export function allowLeaving(reply: FastifyReply, redirectUri: string): void {
  const policy = String(reply.raw.getHeader('content-security-policy'));
  reply.header(
    'content-security-policy',
    policy.replace("form-action 'self'", `form-action 'self' ${new URL(redirectUri).origin}`),
  );
}
