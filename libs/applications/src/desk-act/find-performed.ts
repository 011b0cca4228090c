import { setTimeout } from 'node:timers/promises';
import type { Platform } from '#lib/platform';

const tries = 10;
const betweenTriesMs = 50;

/**
 * The sequence of the event with which an act was performed before, by the key its form was made with; undefined for a
 * first POST. `patient` looks for half a second: whoever finds a signature used up may be the double of a POST that is
 * just being stored.
 */
export async function findPerformed(
  platform: Platform,
  act: { id: string; event: string; key: string },
  patience?: 'patient',
): Promise<number | undefined> {
  for (let left = patience ? tries : 1; left > 0; left -= 1) {
    const [performed]: { sequence: number }[] = await platform.database.query(
      'SELECT sequence FROM applications.event WHERE application_id = $1 AND type = $2 AND idempotency_key = $3',
      [act.id, act.event, act.key],
    );
    if (performed) return performed.sequence;
    if (left > 1) await setTimeout(betweenTriesMs);
  }
  return undefined;
}
