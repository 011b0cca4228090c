import { type Platform, Refusal, type Tx } from '#lib/platform';
import { IsNull } from 'typeorm';
import { OrganisationRequest } from './organisation-request.entity.js';

/** Takes back a request that still waits, by who asked; nobody else has any ('not-found', 404). */
export async function withdrawRequest(
  tx: Tx,
  platform: Platform,
  personId: string,
  id: string,
): Promise<void> {
  const { affected } = await tx
    .getRepository(OrganisationRequest)
    .update(
      { id, requestedBy: personId, closedAt: IsNull() },
      { closedAt: platform.clock.now(), outcome: 'withdrawn' },
    );
  if (affected !== 1) throw new Refusal('not-found', 404);
}
