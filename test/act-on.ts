import type { DataSource } from 'typeorm';
import { newId, type Platform } from '#lib/platform';
import type { Actor } from '#lib/workflow';
import { actingOfficer } from './known-officer.js';
import { performAct } from '../libs/applications/src/act/perform-act.js';

/** The database as its owner, and the platforms in which officers and citizens act. */
export interface Sides {
  owner: DataSource;
  desk: Platform;
  portal: Platform;
}

/** Somebody acts on an application as it stands, by the real act: an officer at the desk, the citizen at the portal. */
export async function actOn(
  { owner, desk, portal }: Sides,
  applicationId: string,
  event: string,
  as: Actor,
  details: Record<string, unknown> = {},
): Promise<void> {
  const [{ version }] = await owner.query('SELECT version FROM applications.application WHERE id = $1', [
    applicationId,
  ]);
  const platform = as === 'citizen' ? portal : desk;
  await performAct(platform.database.manager, platform, {
    applicationId,
    event,
    version,
    idempotencyKey: newId(),
    actor:
      as === 'citizen'
        ? { kind: 'citizen', id: newId(), name: 'Phạm Thị Lan' }
        : await actingOfficer(owner.manager, desk, 'Trần Thanh Mai'),
    as: [as],
    purpose: 'case-handling',
    details,
  });
}
