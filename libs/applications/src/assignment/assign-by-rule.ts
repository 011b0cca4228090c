import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import { legalDate, type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { standInsAt } from '../absence/absences-at.js';
import { recordAct } from '../act/record-act.js';
import { Application } from '../application/application.entity.js';
import { communeOf } from '../application/route-address.js';
import type { ApplicationNews } from '../outbox/relay-outbox.js';
import { type AssignmentRule, chooseOfficer } from './choose-officer.js';
import { readCandidates } from './read-candidates.js';

/** After these nobody is looked for: a person has just said whose it is, or that it is nobody's. */
const saidByPeople = new Set(['assign', 'take-over', 'give-back', 'unassign']);

/**
 * Gives an application that has no officer to one by the rules of its agency, after it was filed, moved on or came from
 * elsewhere. An agency without rules gives its work out by hand. Whoever gave the application back does not get it again.
 * One agency's are given out one after the other, so that the load is told right.
 */
export async function assignByRule(platform: Platform, news: ApplicationNews): Promise<void> {
  if (saidByPeople.has(news.type)) return;
  await transaction(platform.database, async (tx) => {
    const application = await tx.getRepository(Application).findOneByOrFail({ id: news.applicationId });
    if (application.assignedTo !== null || application.waitsFor === 'nobody') return;
    const rules = await rulesOf(tx, application.agencyId);
    if (rules.length === 0) return;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3100))', [application.agencyId]);
    const { definition } = await revisionById(tx, application.revisionId);
    const gaveBack = await thoseWhoGaveBack(tx, application.id);
    const candidates = (await readCandidates(tx, platform, application)).filter(
      ({ id }) => !gaveBack.has(id),
    );
    const matter = {
      communeCode: await communeOf(tx, platform, application.id, definition),
      field: definition.field,
    };
    const standIns = await standInsAt(tx, application.agencyId, legalDate(platform.clock.now()));
    const chosen = chooseOfficer(rules, matter, candidates, standIns);
    const officer = candidates.find(({ id }) => id === chosen);
    if (!officer) return;
    await recordAct(tx, platform, {
      applicationId: application.id,
      type: 'assign',
      version: application.version,
      idempotencyKey: v5(`${application.version}/assign`, application.id),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'workflow',
      details: { assignee: officer.fullName, assigneeId: officer.id },
      change: { assignedTo: officer.id },
    }).catch(leaveToNewerNews);
  });
}

export function rulesOf(tx: Tx, agencyId: string): Promise<(AssignmentRule & { id: string })[]> {
  return tx.query(
    `SELECT id, commune_code AS "communeCode", field, officers FROM applications.assignment_rule
      WHERE agency_id = $1 ORDER BY made_at, id`,
    [agencyId],
  );
}

async function thoseWhoGaveBack(tx: Tx, applicationId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT actor_id AS id FROM applications.event WHERE application_id = $1 AND type = 'give-back'`,
    [applicationId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whoever moved the application first brings news of their own. */
function leaveToNewerNews(error: unknown): void {
  if (!(error instanceof Refusal && error.status === 409)) throw error;
}
