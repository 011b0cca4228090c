import { officerById } from '#lib/organisations';
import { legalDate, type Platform, type Tx } from '#lib/platform';
import { standInsAt } from '../absence/absences-at.js';
import type { Application } from '../application/application.entity.js';

/** Whose an application is, by name. */
export interface Assignment {
  applicationId: string;
  /** Undefined while it is nobody's. */
  officer?: { id: string; name: string };
  /** Who stands in today, where that officer is away. */
  standIn?: { id: string; name: string };
  away: boolean;
}

export async function assignmentOf(
  tx: Tx,
  { clock }: Pick<Platform, 'clock'>,
  { id: applicationId, agencyId, assignedTo }: Application,
): Promise<Assignment> {
  const officer = await named(tx, assignedTo);
  if (!officer) return { applicationId, away: false };
  const standIns = await standInsAt(tx, agencyId, legalDate(clock.now()));
  const standIn = await named(tx, standIns.get(officer.id) ?? null);
  return { applicationId, officer, away: standIns.has(officer.id), ...(standIn && { standIn }) };
}

async function named(tx: Tx, id: string | null): Promise<{ id: string; name: string } | undefined> {
  const officer = id === null ? undefined : await officerById(tx, id);
  return officer && { id: officer.id, name: officer.fullName };
}
