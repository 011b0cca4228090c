import { revisionById } from '#lib/catalogue';
import { concernedBy } from '#lib/identity';
import {
  indexesCloseToOfficers,
  officersHolding,
  officersUnconcerned,
  type WorkflowRole,
} from '#lib/organisations';
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

/** What nobody of some agencies may go on with, the first due first. */
export async function keptFromAll(tx: Tx, platform: Platform, agencyIds: string[]): Promise<KeptFromAll[]> {
  // Only what concerns one of their officers, or whom one lives with, can be: few, whatever is open.
  const { people, mandates } = await concernedBy(tx, await indexesCloseToOfficers(tx, agencyIds));
  const there = { agencyId: In(agencyIds), waitsFor: 'officer' as const };
  const applications = await tx.getRepository(Application).find({
    where: [
      { ...there, personId: In(people) },
      { ...there, onBehalfOf: In(mandates) },
    ],
    order: { dueAt: 'ASC', id: 'ASC' },
  });
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
