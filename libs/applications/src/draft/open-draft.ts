import { linkKindOf, type Revision, revisionById } from '#lib/catalogue';
import { type Answer, type Answers, type FormDefinition, isAddress, isItemList } from '#lib/forms';
import { mandateById, type OpenMandate, renewedMandate, stands } from '#lib/identity';
import { addressToday, places } from '#lib/organisations';
import { legalDate, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { IsNull } from 'typeorm';
import { type About, readAbout } from '../link/about.js';
import { supplementForm } from '../supplement/supplement-form.js';
import { Draft } from './draft.entity.js';
import { type DraftContent, openContent } from './draft-content.js';

/** A draft with its seal broken, and the definition it is written for. */
export interface OpenDraft {
  draft: Draft;
  revision: Revision;
  form: FormDefinition;
  content: DraftContent;
  /** Whom it is written for, where that is somebody else. */
  mandate: OpenMandate | undefined;
  /** That mandate was ended or ran out: the draft can be read and changed, and goes nowhere. */
  mandateIsOver: boolean;
  /** The application it is about, where it is about one. */
  about: About | undefined;
}

/**
 * Opens a draft of the citizen; `lock` holds it until the transaction ends.
 * Refuses one that is not theirs or does not exist (`not-found`, 404) and one that was filed (`draft-filed`, 410).
 */
export async function openDraft(
  tx: Tx,
  platform: Platform,
  principal: Pick<Principal, 'id'>,
  id: string,
  { lock = false } = {},
): Promise<OpenDraft> {
  const draft = await draftOf(tx, principal, id, { lock });
  const revision = await revisionById(tx, draft.revisionId);
  const mandate = await mandateOf(tx, platform, draft);
  return {
    draft,
    revision,
    form: formOf(draft, revision),
    content: inPlacesOfToday(openContent(platform, id, draft.answersSealed), draft),
    mandate,
    mandateIsOver: mandate !== undefined && !stands(mandate, platform.clock.now()),
    about: linkKindOf(draft.code) ? await readAbout(tx, platform, id) : undefined,
  };
}

/** A draft whose mandate is over goes on under the one that was given anew, and is signed anew. */
async function mandateOf(tx: Tx, platform: Platform, draft: Draft): Promise<OpenMandate | undefined> {
  const { id, onBehalfOf, personId, representedBy } = draft;
  if (!onBehalfOf) return undefined;
  const mandate = await mandateById(tx, platform, onBehalfOf);
  if (personId !== representedBy || stands(mandate, platform.clock.now())) return mandate;
  const renewed = await renewedMandate(tx, platform, onBehalfOf);
  if (!renewed) return mandate;
  const moved = { onBehalfOf: renewed.id, signingSealed: null };
  await tx.getRepository(Draft).update({ id, onBehalfOf, submittedAt: IsNull() }, moved);
  Object.assign(draft, moved);
  return renewed;
}

/** What was saved before places changed, with its addresses as they are called today; a divided commune is asked again. */
function inPlacesOfToday(content: DraftContent, { savedAt }: Draft): DraftContent {
  const saved = legalDate(savedAt);
  const day = places.areThoseOf(saved) ? undefined : saved;
  const today = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries(answers).map(([id, answer]): [string, Answer] => {
        if (isAddress(answer)) return [id, addressToday(answer, day)];
        return [id, isItemList(answer) ? answer.map(today) : answer];
      }),
    );
  return { ...content, answers: today(content.answers) };
}

function formOf({ supplementItems }: Draft, { definition }: Revision): FormDefinition {
  return supplementItems ? supplementForm(definition.form, supplementItems) : definition.form;
}

/** The row alone; refuses like `openDraft`. */
export async function draftOf(
  tx: Tx,
  principal: Pick<Principal, 'id'>,
  id: string,
  { lock = false } = {},
): Promise<Draft> {
  const draft = await tx.getRepository(Draft).findOne({
    where: { id, personId: principal.id },
    ...(lock && { lock: { mode: 'pessimistic_write' } }),
  });
  if (!draft) throw new Refusal('not-found', 404);
  if (draft.submittedAt) throw new Refusal('draft-filed', 410);
  return draft;
}
