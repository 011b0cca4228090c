import type { FastifyReply } from 'fastify';

/** The form of this page ends, by redirects, at the client: its content security policy must name it. */
export function allowLeaving(reply: FastifyReply, redirectUri: string): void {
  const policy = String(reply.raw.getHeader('content-security-policy'));
  reply.header('content-security-policy', leavingPolicy(policy, redirectUri));
}

/** A policy by which forms may also end at this address. */
export function leavingPolicy(policy: string, redirectUri: string): string {
  return policy.replace("form-action 'self'", `form-action 'self' ${new URL(redirectUri).origin}`);
}
