import { IsNull } from 'typeorm';
import type { Platform, Tx } from '#lib/platform';
import { Recovery } from './recovery.entity.js';

/** The recovery of a person that is under way, waiting or ready; undefined where there is none. */
export async function openRecovery(
  tx: Tx,
  platform: Platform,
  personId: string,
): Promise<Recovery | undefined> {
  const recovery = await tx.getRepository(Recovery).findOneBy({ personId, endedAt: IsNull() });
  return recovery && recovery.expiresAt > platform.clock.now() ? recovery : undefined;
}

/** Whether the passkey may be made already. */
export type RecoveryStage = 'waiting' | 'ready';

/** How far the recovery of a person is; undefined where there is none. */
export async function recoveryStage(
  tx: Tx,
  platform: Platform,
  personId: string,
): Promise<RecoveryStage | undefined> {
  const recovery = await openRecovery(tx, platform, personId);
  return recovery && (recovery.readyAt <= platform.clock.now() ? 'ready' : 'waiting');
}
