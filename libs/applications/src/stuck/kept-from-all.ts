import { revisionById } from '#lib/catalogue';
import { officersHolding, officersUnconcerned, type WorkflowRole } from '#lib/organisations';
import type { LocalisedName, Platform, Tx } from '#lib/platform';
import { In } from 'typeorm';
import { whomItConcerns } from '../act/refuse-own-matter.js';
import { Application } from '../application/application.entity.js';
import { actorsNow } from '../queue/count-queue.js';

/** An application that nobody may go on with: it is a matter of every officer whose turn it is, or of their households. */
export interface KeptFromAll {
  id: string;
  number: string;
  title: LocalisedName;
  dueAt: Date | null;
  /** Whose turn it is. */
  roles: WorkflowRole[];
}

/** Applications of agencies that concern one of their officers, or whom one lives with: few, whatever is open. */
const concerning = `SELECT DISTINCT application.id
   FROM organisations.officer_role AS held
   JOIN organisations.officer_identity AS known USING (officer_id)
   JOIN identity.person ON person.id_number_index = known.id_number_index
   JOIN applications.application ON application.agency_id = held.agency_id AND waits_for = 'officer'
    AND (application.person_id = person.id OR on_behalf_of IN
      (SELECT mandate.id FROM identity.mandate WHERE represented_index = known.id_number_index))
  WHERE held.agency_id = ANY($1)`;

/** What nobody of some agencies may go on with, the first due first. */
export async function keptFromAll(tx: Tx, platform: Platform, agencyIds: string[]): Promise<KeptFromAll[]> {
  const rows: { id: string }[] = await tx.query(concerning, [agencyIds]);
  const applications = await tx
    .getRepository(Application)
    .find({ where: { id: In(rows.map(({ id }) => id)) }, order: { dueAt: 'ASC', id: 'ASC' } });
  const kept: KeptFromAll[] = [];
  for (const application of applications) {
    const { id, number, dueAt, revisionId, state } = application;
    const { definition } = await revisionById(tx, revisionId);
    const roles = actorsNow(definition.workflow, state);
    if (roles.length > 0 && (await nobodyMay(tx, platform, application, roles)))
      kept.push({ id, number, title: definition.title, dueAt, roles });
  }
  return kept;
}

async function nobodyMay(
  tx: Tx,
  { clock }: Platform,
  application: Application,
  roles: WorkflowRole[],
): Promise<boolean> {
  const concerned = await whomItConcerns(tx, application);
  for (const role of roles) {
    const holders = await officersHolding(tx, application.agencyId, role, clock.now());
    const unconcerned = await officersUnconcerned(
      tx,
      holders.map(({ id }) => id),
      concerned,
    );
    if (unconcerned.size > 0) return false;
  }
  return true;
}
