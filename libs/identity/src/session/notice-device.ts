import { addInboxEntry } from '#lib/notifications';
import { inEveryLanguage, newId, type Tx } from '#lib/platform';
import { DeviceNotice } from '../own-sessions/device-notice.entity.js';
import { deviceName } from '../own-sessions/device-name.js';
import { placeName } from '../own-sessions/place-name.js';
import { ownSessionsTexts } from '../own-sessions/texts.js';
import { deviceOf } from './device-of.js';
import type { Session } from './session.entity.js';

/**
 * Remembers the browser, system and network a session begins with. Where somebody who has signed in before was never
 * seen with these three together, a citizen finds a notice in the inbox, and an officer at the desk.
 */
export async function noticeDevice(tx: Tx, session: Session): Promise<void> {
  const { audience, ownerId, userAgent, network, createdAt } = session;
  const [row]: { isNew: boolean; hasOthers: boolean }[] = await tx.query(
    `INSERT INTO identity.known_device (audience, owner_id, device, network, last_seen_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (audience, owner_id, device, network) DO UPDATE SET last_seen_at = excluded.last_seen_at
      RETURNING xmax = 0 AS "isNew",
        EXISTS (SELECT FROM identity.known_device AS other
          WHERE other.audience = $1 AND other.owner_id = $2) AS "hasOthers"`,
    [audience, ownerId, deviceKey(userAgent), network, createdAt],
  );
  if (!row?.isNew || !row.hasOthers) return;
  if (audience === 'desk') {
    const notice = { officerId: ownerId, sessionId: session.id, userAgent, network, at: createdAt };
    await tx.getRepository(DeviceNotice).insert({ ...notice, id: newId(), seenAt: null });
    return;
  }
  const words = (key: 'noticeTitle' | 'noticeBody') =>
    inEveryLanguage((each) =>
      ownSessionsTexts(each)(key, { device: deviceName(each, userAgent), place: placeName(each, network) }),
    );
  await addInboxEntry(tx, {
    personId: ownerId,
    aboutId: session.id,
    sequence: 1,
    namesSomebody: false,
    title: words('noticeTitle'),
    body: words('noticeBody'),
    href: '/account/sessions',
    at: createdAt,
  });
}

/** The device as `known_device` names it. */
export function deviceKey(userAgent: string): string {
  const { browser = '', system = '' } = deviceOf(userAgent);
  return `${browser}/${system}`;
}
