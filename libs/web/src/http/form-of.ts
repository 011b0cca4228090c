import type { FastifyRequest } from 'fastify';
import { digest, Refusal } from '#lib/platform';
import type { Principal } from './principal.js';
import { textsIn } from './text-in.js';

/** Name of the hidden field by which every posted form says for whom its page was made. */
export const formOfField = 'form-of';

/** What it says: enough to tell one reader from another, and nothing else about them. */
export function formOf({ id }: Pick<Principal, 'id'>): string {
  return digest(`form-of ${id}`).toString('base64url').slice(0, 16);
}

/**
 * Refuses a form that was shown to somebody else ('form-of-another', 409): two people may sign in on one device, one after
 * the other in two tabs, and what one of them typed is not the other's wish. Requests that say nothing are no form of ours.
 */
export function refuseFormOfAnother({ body, routeOptions }: FastifyRequest, principal: Principal): void {
  // Whoever they are, they may leave.
  if (routeOptions.url === '/sign-out') return;
  const own = formOf(principal);
  if (textsIn(body, formOfField).some((each) => each !== own)) throw new Refusal('form-of-another', 409);
}
