import { revisionById } from '#lib/catalogue';
import { officersHolding, officersUnconcerned } from '#lib/organisations';
import type { Platform, Tx } from '#lib/platform';
import { barringEvents, type Role, type WorkflowDefinition } from '#lib/workflow';
import { whomItConcerns } from '../act/refuse-own-matter.js';
import type { Application } from '../application/application.entity.js';
import type { Candidate } from './choose-officer.js';
import { handlingRole } from './handling-role.js';

/** An officer who may work on an application, by name. */
export interface NamedCandidate extends Candidate {
  fullName: string;
}

/**
 * The officers an application may be assigned to: they hold the role that works on it at its agency now, it is known to be
 * neither their own matter nor that of their household, and the two-person rule bars them from no act of that role.
 */
export async function readCandidates(
  tx: Tx,
  platform: Platform,
  application: Application,
): Promise<NamedCandidate[]> {
  const { definition } = await revisionById(tx, application.revisionId);
  const role = handlingRole(definition.workflow);
  const holders = await officersHolding(tx, application.agencyId, role, platform.clock.now());
  const unconcerned = await officersUnconcerned(
    tx,
    holders.map(({ id }) => id),
    await whomItConcerns(tx, application),
  );
  const barred = await lastSenders(tx, application.id, definition.workflow, role);
  const open = await openOf(
    tx,
    application.agencyId,
    holders.map(({ id }) => id),
  );
  return holders
    .filter(({ id }) => unconcerned.has(id) && !barred.has(id))
    .map((officer) => ({ ...officer, open: open.get(officer.id) ?? 0 }));
}

/** Who sent the events last that bar them from an act of a role. */
async function lastSenders(
  tx: Tx,
  applicationId: string,
  workflow: WorkflowDefinition,
  role: Role,
): Promise<ReadonlySet<string>> {
  const barring = barringEvents(workflow, role);
  if (barring.length === 0) return new Set();
  const rows: { actor: string | null }[] = await tx.query(
    `SELECT DISTINCT ON (type) actor_id AS actor FROM applications.event
      WHERE application_id = $1 AND type = ANY ($2) ORDER BY type, sequence DESC`,
    [applicationId, barring],
  );
  return new Set(rows.flatMap(({ actor }) => actor ?? []));
}

/** How many open applications each of some officers has at an agency; those with none are not named. */
export async function openOf(tx: Tx, agencyId: string, officerIds: string[]): Promise<Map<string, number>> {
  const rows: { id: string; open: number }[] = await tx.query(
    `SELECT assigned_to AS id, count(*)::int AS open FROM applications.application
      WHERE agency_id = $1 AND assigned_to = ANY($2) AND assigned_to IS NOT NULL AND waits_for <> 'nobody'
      GROUP BY 1`,
    [agencyId, officerIds],
  );
  return new Map(rows.map(({ id, open }) => [id, open]));
}
