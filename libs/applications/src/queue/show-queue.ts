import { recordAccess } from '#lib/audit';
import { revisionById } from '#lib/catalogue';
import { namesOf } from '#lib/identity';
import { type Agency, agencyById, isKnownPerson, officerNames } from '#lib/organisations';
import { legalDate, type LocalisedName, type Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { stateOf, type StateDefinition } from '#lib/workflow';
import { workOf } from '../absence/absences-at.js';
import { type Conflict, conflictsAmong } from '../act/refuse-own-matter.js';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import { countConsultations } from '../consultation/list-consultations.js';
import { readNotices } from '../deadline/read-notices.js';
import {
  countQueue,
  countTimes,
  countWhose,
  type QueueGroup,
  type QueueTimes,
  type QueueWhose,
} from './count-queue.js';
import { countUnanswered, unansweredAmong } from '../conversation/unanswered.js';
import type { QueueFilter } from './queue-filter.js';
import { type QueuedApplication, readQueue } from './read-queue.js';

/** A row of the queue with the words that belong to it. */
export interface QueueEntry extends QueuedApplication {
  title: LocalisedName;
  /** Undefined where something keeps the officer from it: then they are not told whose it is. */
  applicant: string | undefined;
  conflict: Conflict;
  standing: StateDefinition;
  /** Name of the officer who works on it. */
  worker?: string | undefined;
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
  whose: QueueWhose;
  /** Applications with a message that waits for an answer. */
  unanswered: number;
  /** How many deadline notices there are for the officer. */
  notices: number;
  /** How many questions of other agencies wait for an answer. */
  consultations: number;
  agencies: Agency[];
  /** It is known who the officer is as a person: else they can handle nothing. */
  known: boolean;
  now: Date;
}

/**
 * The queue of an officer under a filter. That the officer sees the applicants' names is recorded, row by row; those they are
 * kept from they do not see.
 */
export function showQueue(platform: Platform, officer: Principal, filter: QueueFilter): Promise<Queue> {
  return platform.database.transaction(async (tx) => {
    const now = platform.clock.now();
    const agencyIds = agenciesOf(officer);
    const work = await workOf(tx, officer.id, agencyIds, legalDate(now));
    const groups = await countQueue(tx, agencyIds);
    const times = await countTimes(tx, agencyIds, now);
    const { rows, total, more } = await readQueue(tx, officer, { filter, groups, times, work, now });
    const open = groups.reduce((sum, group) => sum + group.open, 0);
    const whose = await countWhose(tx, agencyIds, work, open);
    const entries = await withWords(tx, officer, rows);
    await recordAccess(
      tx,
      entries
        .filter(({ conflict }) => conflict === 'none')
        .map((row) => ({
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
    const { length: notices } = await readNotices(tx, officer, now);
    const consultations = await countConsultations(tx, officer);
    const known = await isKnownPerson(tx, officer.id);
    const counts = { total, more, groups, times, whose, unanswered, notices, consultations };
    return { entries, ...counts, agencies, known, now };
  });
}

async function withWords(
  tx: Tx,
  { id: officerId }: Principal,
  rows: QueuedApplication[],
): Promise<QueueEntry[]> {
  const conflicts = await conflictsAmong(
    tx,
    officerId,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(tx, [...new Set(rows.map(({ personId }) => personId))]);
  const unanswered = await unansweredAmong(
    tx,
    rows.map(({ id }) => id),
  );
  const workers = await officerNames(tx, [...new Set(rows.flatMap(({ assignedTo }) => assignedTo ?? []))]);
  const entries: QueueEntry[] = [];
  for (const row of rows) {
    const { definition } = await revisionById(tx, row.revisionId);
    const [applicant, conflict] = [names.get(row.personId), conflicts.get(row.id)];
    if (applicant === undefined || !conflict) throw new Error(`Application ${row.id} belongs to nobody`);
    entries.push({
      ...row,
      title: definition.title,
      applicant: conflict === 'none' ? applicant : undefined,
      conflict,
      worker: row.assignedTo === null ? undefined : workers.get(row.assignedTo),
      standing: stateOf(definition.workflow, row.state),
      unanswered: unanswered.has(row.id),
    });
  }
  return entries;
}
