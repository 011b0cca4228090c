import { Refusal } from '#lib/platform';
import { textIn } from '#lib/web';
import { longestText } from '../desk-act/needs/need-part.js';
import type { AssignmentTextKey } from './texts.js';

export const assignmentActs = ['take-over', 'give-back', 'assign'] as const;
export type AssignmentAct = (typeof assignmentActs)[number];

/** What an officer posted about whose an application is. */
export interface AssignmentForm {
  act: AssignmentAct;
  reason: string;
  officerId: string;
}

/** What is wrong with it: which input, and the words that say how to mend it. */
export interface AssignmentError {
  id: string;
  code: AssignmentTextKey;
}

/** Reads the form; an act that is none is refused (`bad-request`, 400). */
export function readAssignmentForm(body: unknown): AssignmentForm {
  const act = assignmentActs.find((each) => each === textIn(body, 'act'));
  if (!act) throw new Refusal('bad-request', 400);
  return { act, reason: textIn(body, 'reason'), officerId: textIn(body, 'officer') };
}

/** What has to be mended before it can be done; `others`: the application is somebody else's now. */
export function assignmentErrors(
  { act, reason, officerId }: AssignmentForm,
  others: boolean,
): AssignmentError[] {
  const reasonId = act === 'take-over' ? 'reason' : 'reason-back';
  if (reason.length > longestText) return [{ id: reasonId, code: 'reason-too-long' }];
  if (act === 'take-over' && others && reason === '') return [{ id: reasonId, code: 'reason-missing' }];
  if (act === 'give-back' && reason === '') return [{ id: reasonId, code: 'reason-missing' }];
  if (act === 'assign' && officerId === '') return [{ id: 'officer', code: 'officer-missing' }];
  return [];
}
