import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Provider } from 'oidc-provider';
import { Refusal } from '#lib/platform';
import './refusals.js';

/** The interaction whose cookie a browser shows. Refuses 'sign-in-step-over' (410) where there is none any more. */
export async function interactionOf(provider: Provider, request: FastifyRequest, reply: FastifyReply) {
  try {
    return await provider.interactionDetails(request.raw, reply.raw);
  } catch (error) {
    if ((error as Error).name === 'SessionNotFound') throw new Refusal('sign-in-step-over', 410);
    throw error;
  }
}
