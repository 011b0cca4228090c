import { setTimeout } from 'node:timers/promises';
import type { Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';

const tries = 10;
const betweenTriesMs = 50;

/**
 * Whether a draft of the citizen has become an application. `patient` looks for half a second: whoever finds a signature
 * used up may be the double of a POST that is just being stored.
 */
export async function isFiled(
  platform: Platform,
  principal: Principal,
  id: string,
  patience?: 'patient',
): Promise<boolean> {
  const applications = platform.database.getRepository(Application);
  for (let left = patience ? tries : 1; left > 0; left -= 1) {
    if (await applications.existsBy({ id, personId: principal.id })) return true;
    if (left > 1) await setTimeout(betweenTriesMs);
  }
  return false;
}
