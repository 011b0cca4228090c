import { type FindOptionsWhere, IsNull, Not } from 'typeorm';
import type { Tx } from '#lib/platform';
import { DeviceNotice } from './device-notice.entity.js';

interface Reader {
  id: string;
  sessionId: string;
}

/**
 * What an officer has yet to see of new devices. Never in the session the notice is about: a stranger would wave it away,
 * and the officer knows.
 */
export function unseenDevices(tx: Tx, reader: Reader): Promise<DeviceNotice[]> {
  return tx.getRepository(DeviceNotice).find({ where: ofReader(reader), order: { at: 'DESC', id: 'DESC' } });
}

/** The officer has seen all of them. */
export async function seeDevices(tx: Tx, reader: Reader, seenAt: Date): Promise<void> {
  await tx.getRepository(DeviceNotice).update(ofReader(reader), { seenAt });
}

function ofReader({ id, sessionId }: Reader): FindOptionsWhere<DeviceNotice> {
  return { officerId: id, sessionId: Not(sessionId), seenAt: IsNull() };
}
