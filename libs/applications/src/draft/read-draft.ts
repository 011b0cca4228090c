import { type Answers, checkAnswers, type FieldError } from '#lib/forms';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { formContext } from './form-context.js';
import { type OpenDraft, openDraft } from './open-draft.js';

/** A draft as it would be filed now. */
export interface DraftReading extends OpenDraft {
  /** Everything that was answered, also on branches that were left. */
  answers: Answers;
  /** What would be filed: the answers without those on branches that were left. */
  visible: Answers;
  /** What is still missing or wrong; none if it can be filed. */
  errors: FieldError[];
}

/** Reads a draft of the citizen and checks all of it. Refuses like `openDraft`. */
export async function readDraft(
  tx: Tx,
  platform: Platform,
  principal: Pick<Principal, 'id'>,
  id: string,
): Promise<DraftReading> {
  return checkDraft(platform, await openDraft(tx, platform, principal, id));
}

export function checkDraft(platform: Platform, opened: OpenDraft): DraftReading {
  const { answers } = opened.content;
  return { ...opened, answers, ...checkAnswers(opened.form, answers, formContext(platform)) };
}
