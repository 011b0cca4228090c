import { agenciesToWindUp, dividedAgencies, windUp } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { countOpen } from './count-open.js';
import { moveToSuccessor } from './move-to-successor.js';

const batch = 200;
const atOnce = 4;
const system = { kind: 'system' as const, id: null, name: '' };

/**
 * Moves the open applications of agencies that ended to the one agency that follows, and winds up those that have none
 * left. Each application is a statement of its own, so that nobody waits; what a killed run left, the next one finds.
 * `tell` hears how many were moved so far. Returns how many were.
 */
export async function handOver(
  platform: Platform,
  tell: (moved: number) => void = () => {},
): Promise<number> {
  const tx = platform.database.manager;
  const ended = await agenciesToWindUp(tx);
  const divided = await dividedAgencies(tx);
  if (ended.length + divided.length === 0) return 0;
  const open = await countOpen(
    tx,
    ended.map(({ agencyId }) => agencyId),
  );
  let moved = 0;
  for (const { agencyId, successorId } of ended.filter((each) => open.has(each.agencyId)))
    await moveAll(platform, agencyId, successorId, (more) => tell((moved += more)));
  const all = [...ended.map(({ agencyId }) => agencyId), ...divided];
  const left = await countOpen(tx, all);
  await windUp(
    tx,
    all.filter((agencyId) => !left.has(agencyId)),
    platform.clock.now(),
  );
  return moved;
}

async function moveAll(
  platform: Platform,
  agencyId: string,
  successorId: string,
  tell: (moved: number) => void,
): Promise<void> {
  const tx = platform.database.manager;
  for (;;) {
    const waiting = await nextOf(tx, agencyId);
    let moved = 0;
    for (let first = 0; first < waiting.length; first += atOnce) {
      const some = waiting.slice(first, first + atOnce);
      const done = await Promise.all(
        some.map((application) => moveToSuccessor(tx, platform, { application, successorId, actor: system })),
      );
      moved += done.filter(Boolean).length;
    }
    if (moved > 0) tell(moved);
    // Those that somebody acted on in this instant are left to the next round.
    if (moved === 0 || waiting.length < batch) return;
  }
}

function nextOf(tx: Tx, agencyId: string): Promise<Pick<Application, 'id' | 'version' | 'agencyId'>[]> {
  return tx.query(
    `SELECT id, version, agency_id AS "agencyId" FROM applications.application
      WHERE agency_id = $1 AND waits_for <> 'nobody' ORDER BY id LIMIT ${batch}`,
    [agencyId],
  );
}
