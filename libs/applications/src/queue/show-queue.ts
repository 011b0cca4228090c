import { recordAccess } from '#lib/audit';
import { revisionById } from '#lib/catalogue';
import { namesOf } from '#lib/identity';
import { type Agency, agencyById } from '#lib/organisations';
import type { LocalisedName, Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { stateOf, type StateDefinition } from '#lib/workflow';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import { countConsultations } from '../consultation/list-consultations.js';
import { readNotices } from '../deadline/read-notices.js';
import { countQueue, countTimes, type QueueGroup, type QueueTimes } from './count-queue.js';
import { countUnanswered, unansweredAmong } from '../conversation/unanswered.js';
import type { QueueFilter } from './queue-filter.js';
import { type QueuedApplication, readQueue } from './read-queue.js';

/** A row of the queue with the words that belong to it. */
export interface QueueEntry extends QueuedApplication {
  title: LocalisedName;
  applicant: string;
  standing: StateDefinition;
  /** A message of the citizen waits for an answer. */
  unanswered: boolean;
}

export interface Queue {
  entries: QueueEntry[];
  total: number;
  /** There are more than `total`. */
  more: boolean;
  groups: QueueGroup[];
  times: QueueTimes;
  /** Applications with a message that waits for an answer. */
  unanswered: number;
  /** How many deadline notices there are for the officer. */
  notices: number;
  /** How many questions of other agencies wait for an answer. */
  consultations: number;
  agencies: Agency[];
  now: Date;
}

/** The queue of an officer under a filter. That the officer sees the applicants' names is recorded, row by row. */
export function showQueue(platform: Platform, officer: Principal, filter: QueueFilter): Promise<Queue> {
  return platform.database.transaction(async (tx) => {
    const now = platform.clock.now();
    const agencyIds = agenciesOf(officer);
    const groups = await countQueue(tx, agencyIds);
    const times = await countTimes(tx, agencyIds, now);
    const { rows, total, more } = await readQueue(tx, officer, { filter, groups, times, now });
    const entries = await withWords(tx, rows);
    await recordAccess(
      tx,
      rows.map((row) => ({
        at: now,
        actorKind: 'officer',
        actorId: officer.id,
        actorRoles: rolesAt(officer, row.agencyId),
        agencyId: row.agencyId,
        purpose: 'case-handling',
        subjectPersonId: row.personId,
        caseId: row.id,
        what: 'queue-row',
      })),
    );
    const agencies: Agency[] = [];
    for (const id of agencyIds) agencies.push(await agencyById(tx, id));
    const unanswered = await countUnanswered(tx, agencyIds);
    const { length: notices } = await readNotices(tx, officer);
    const consultations = await countConsultations(tx, officer);
    return { entries, total, more, groups, times, unanswered, notices, consultations, agencies, now };
  });
}

async function withWords(tx: Tx, rows: QueuedApplication[]): Promise<QueueEntry[]> {
  const names = await namesOf(tx, [...new Set(rows.map(({ personId }) => personId))]);
  const unanswered = await unansweredAmong(
    tx,
    rows.map(({ id }) => id),
  );
  const entries: QueueEntry[] = [];
  for (const row of rows) {
    const { definition } = await revisionById(tx, row.revisionId);
    const applicant = names.get(row.personId);
    if (applicant === undefined) throw new Error(`Application ${row.id} belongs to nobody`);
    entries.push({
      ...row,
      title: definition.title,
      applicant,
      standing: stateOf(definition.workflow, row.state),
      unanswered: unanswered.has(row.id),
    });
  }
  return entries;
}
