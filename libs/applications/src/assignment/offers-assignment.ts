import type { Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { isDecided } from '../application/is-decided.js';
import { rolesAt } from '../case-file/officer-roles.js';
import type { CaseFile } from '../case-file/read-case.js';
import { mayAssign } from './assign.js';
import { handlingRole } from './handling-role.js';
import { readAssignmentRoom } from './read-assignment-room.js';

/** Whether there is anything an officer can say now about whose an application is. */
export async function offersAssignment(
  platform: Platform,
  file: CaseFile,
  officer: Principal,
): Promise<boolean> {
  const { application, revision } = file;
  const { agencyId, assignedTo } = application;
  if (isDecided(application)) return false;
  const works = rolesAt(officer, agencyId).includes(handlingRole(revision.definition.workflow));
  if (!works && assignedTo !== officer.id && !mayAssign(officer, agencyId)) return false;
  const room = await readAssignmentRoom(platform, file, officer);
  return room.mayTakeOver || room.mayGiveBack || room.officers.length > 0;
}
