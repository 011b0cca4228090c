import type { Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Assurance } from '../assurance/levels.js';
import { refuseWhileHeld, wayToAssurance } from '../assurance/required-assurance.js';
import { stepUpAddress } from '../step-up/freshness.js';
import type { SharingRequest } from './sharing-request.js';

/**
 * Where a person must go first whose level is too low for a system, or who showed who they are too long ago: a page that
 * leads back. Undefined where nothing is missing. Refuses 'level-2-held' (403).
 */
export async function wayToShare(
  platform: Platform,
  principal: Principal,
  { path, askedAt, maxAgeSeconds }: SharingRequest,
  enough: Assurance,
): Promise<string | undefined> {
  const way = wayToAssurance(platform, principal, { assurance: enough }, path);
  if (way) return way;
  await refuseWhileHeld(platform.database.manager, platform, principal.id, { assurance: enough });
  const { authenticatedAt } = principal;
  const age = platform.clock.now().getTime() - authenticatedAt.getTime();
  // Whoever has stepped up for this very request is fresh, however long they then read the page.
  const fresh =
    maxAgeSeconds === undefined ||
    authenticatedAt >= askedAt ||
    (maxAgeSeconds > 0 && age <= maxAgeSeconds * 1000);
  return fresh ? undefined : stepUpAddress(path);
}
