import { inEveryLanguage, type Platform, Refusal, refusalWords } from '#lib/platform';
import type { PageContext, Principal } from '#lib/web';
import { readCase } from '../case-file/read-case.js';
import { ConflictPage } from '../desk-act/conflict-page.js';
import type { FoundAct } from '../desk-act/find-act.js';
import { findPerformed } from '../desk-act/find-performed.js';
import type { DeskAnswer } from '../desk-act/perform-desk-act.js';
import { readPostedAct } from '../desk-act/posted-act.js';
import { type AssignmentBy, assignByHand, giveBack, takeOver } from './assign.js';
import { AssignmentPage } from './assignment-page.js';
import { readAssignmentRoom } from './read-assignment-room.js';
import {
  type AssignmentAct,
  assignmentErrors,
  type AssignmentForm,
  readAssignmentForm,
} from './read-assignment-form.js';
import { texts } from './texts.js';

interface PostedAssignment {
  context: PageContext;
  officer: Principal;
  /** Of the application. */
  id: string;
  body: unknown;
}

/**
 * Says whose an application is. A form that was posted before is the same act; whoever comes second is told what
 * happened meanwhile; what has to be mended comes back with its page. Refuses who may not (`actor-not-allowed`, 403).
 */
export async function performAssignment(platform: Platform, posted: PostedAssignment): Promise<DeskAnswer> {
  const { context, officer, id, body } = posted;
  const { version, key } = readPostedAct(body);
  const form = readAssignmentForm(body);
  const file = await readCase(platform, officer, id);
  const before = await findPerformed(platform, { id, event: form.act, key });
  if (before !== undefined) return { sequence: before };
  const { application } = file;
  if (version !== application.version) return conflict(platform, posted, form);
  const errors = assignmentErrors(form, application.assignedTo !== null);
  const again = async (refused?: Refusal): Promise<DeskAnswer> => {
    const room = await readAssignmentRoom(platform, file, officer);
    const words = refused && refusalWords(refused.code, context.language, refused.facts);
    return { page: <AssignmentPage {...{ context, file, room, body, errors, words }} />, status: 422 };
  };
  if (errors.length > 0) return again();
  try {
    await perform(platform, form, { application, officer, version, idempotencyKey: key });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 409) return conflict(platform, posted, form);
    if (error.status === 422) return again(error);
    throw error;
  }
  return { sequence: version + 1 };
}

function perform(platform: Platform, form: AssignmentForm, by: AssignmentBy): Promise<void> {
  const { manager } = platform.database;
  const acts = { assign: assignByHand, 'take-over': takeOver, 'give-back': giveBack };
  return acts[form.act](manager, platform, { ...by, ...form });
}

/** Whoever comes second learns what happened, unless it was their own act that came first. */
async function conflict(
  platform: Platform,
  { context, officer, id, body }: PostedAssignment,
  { act }: AssignmentForm,
): Promise<DeskAnswer> {
  const { version, key } = readPostedAct(body);
  const file = await readCase(platform, officer, id);
  const before = await findPerformed(platform, { id, event: act, key });
  if (before !== undefined) return { sequence: before };
  return {
    page: <ConflictPage {...{ context, file, body }} act={asTransition(act)} seen={version} />,
    status: 409,
  };
}

/** An assignment as the pages of the workflow's own acts know acts. */
function asTransition(act: AssignmentAct): FoundAct {
  const label = inEveryLanguage((language) => texts(language)(`${act}-button`));
  return { event: act, transition: { to: '', by: [], label, past: label }, open: 'to-nobody' };
}
