import type { FastifyRequest } from 'fastify';
import { digest, type Platform } from '#lib/platform';
import { networkOf } from '#lib/web';
import { bodyField } from '../ceremony/body-field.js';
import { slowDown } from '../throttle/slow-down.js';

/**
 * Counts a failed sign-in for its network and for the passkey it named, whether that exists or not; refuses
 * 'too-many-tries' (429) in place of the failure once there were too many. Who holds the passkey is not held up: this
 * is asked only after a verification failed.
 */
export async function countFailure(
  platform: Platform,
  request: FastifyRequest,
  assertion: unknown,
): Promise<void> {
  await slowDown(platform, 'sign-in-failures-network', networkOf(request.ip));
  const id = bodyField(assertion, 'id');
  if (typeof id === 'string')
    await slowDown(platform, 'sign-in-failures-passkey', digest(id).toString('base64url'));
}
