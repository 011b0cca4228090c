import { legalDate, type Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { standInsAt } from '../absence/absences-at.js';
import type { CaseFile } from '../case-file/read-case.js';
import { mayAssign } from './assign.js';
import { type Assignment, assignmentOf } from './assignment-of.js';
import { type NamedCandidate, readCandidates } from './read-candidates.js';

/** What an officer can say now about whose an application is. */
export interface AssignmentRoom {
  assignment: Assignment;
  mayTakeOver: boolean;
  mayGiveBack: boolean;
  /** Whom it can be given to by hand, with who stands in for those who are away; empty where that is not theirs to say. */
  officers: (NamedCandidate & { away: boolean; standIn?: string | undefined })[];
}

export async function readAssignmentRoom(
  platform: Platform,
  { application }: CaseFile,
  officer: Principal,
): Promise<AssignmentRoom> {
  const tx = platform.database.manager;
  const open = application.waitsFor !== 'nobody';
  const candidates = open ? await readCandidates(tx, platform, application) : [];
  const theirs = application.assignedTo === officer.id;
  const standIns = await standInsAt(tx, application.agencyId, legalDate(platform.clock.now()));
  const nameOf = (id: string | undefined) => candidates.find((each) => each.id === id)?.fullName;
  const others = candidates.filter(({ id }) => id !== application.assignedTo);
  return {
    assignment: await assignmentOf(tx, platform, application),
    mayTakeOver: !theirs && candidates.some(({ id }) => id === officer.id),
    mayGiveBack: open && theirs,
    officers: mayAssign(officer, application.agencyId)
      ? others.map((each) => ({
          ...each,
          away: standIns.has(each.id),
          standIn: nameOf(standIns.get(each.id)),
        }))
      : [],
  };
}
