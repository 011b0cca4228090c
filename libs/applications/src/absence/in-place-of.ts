import { officerById } from '#lib/organisations';
import { legalDate, type Platform, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import type { EventActor } from '../application/event.js';
import { standInsAt } from './absences-at.js';

/**
 * What an event says of whoever acts for somebody who is away: `inPlaceOf`, the name of the officer whose application it
 * is. Nothing where the actor does not stand in for that officer today.
 */
export async function inPlaceOf(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  { agencyId, assignedTo }: Pick<Application, 'agencyId' | 'assignedTo'>,
  { kind, id }: EventActor,
): Promise<{ inPlaceOf?: string }> {
  if (kind !== 'officer' || assignedTo === null || assignedTo === id) return {};
  const standIns = await standInsAt(tx, agencyId, legalDate(clock.now()));
  const absent = standIns.get(assignedTo) === id ? await officerById(tx, assignedTo) : undefined;
  return absent ? { inPlaceOf: absent.fullName } : {};
}
