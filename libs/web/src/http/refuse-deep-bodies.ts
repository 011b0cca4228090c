import type { FastifyInstance } from 'fastify';
import { Refusal } from '#lib/platform';

/** What our own pages and clients send is a few levels deep. */
const deepest = 32;

/**
 * Refuses a body nested deeper than anything we ask for ('bad-request', 400): thousands of levels fit into a small body,
 * and whoever walks through them, such as the validation pipe, would run out of stack.
 */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async ({ body }) => {
    if (isDeeper(body, deepest)) throw new Refusal('bad-request', 400);
  });
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
