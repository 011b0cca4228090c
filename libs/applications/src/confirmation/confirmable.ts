import { holdMandate, type OpenMandate, personWithIdNumber, refuseLocked } from '#lib/identity';
import { digest, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { type DraftReading, readDraft } from '../draft/read-draft.js';
import { unfinishedPage } from '../draft/unfinished-page.js';
import { isPrepared } from '../representation/handover.js';
import type { Application } from '../application/application.entity.js';
import {
  type PreparedSubmission,
  prepareSubmission,
  readPrepared,
} from '../submission/prepare-submission.js';
import { prepareSupplement } from '../supplement/prepare-supplement.js';
import { applicationToActOn } from '../tracking/own-application.js';

/** A code to the registered phone is worth level 1: a procedure that asks for more is signed with a passkey. */
export const highestByCode = 1;

/** What a helper prepared and the citizen at their side can confirm with a code. */
export interface Confirmable {
  reading: DraftReading;
  mandate: OpenMandate & { represented: { kind: 'person' } };
  /** The citizen whose application it is, or will be. */
  citizenId: string;
  /** The application whose request for supplements it answers, where it does. */
  answering: Application | undefined;
}

/**
 * A finished draft of a helper under a mandate that still holds. Refuses a draft that is none of theirs to hand over
 * ('bad-request', 400), one with something left to answer ('draft-unfinished', 409), a procedure that asks for more than
 * a code is worth ('code-not-enough', 409), a citizen not known here ('represented-without-account', 409) or whose
 * identity is locked ('identity-locked', 403), and whatever `holdMandate` and `applicationToActOn` refuse.
 */
export async function readConfirmable(
  tx: Tx,
  platform: Platform,
  helper: Principal,
  id: string,
): Promise<Confirmable> {
  const reading = await readDraft(tx, platform, helper, id);
  const { draft, revision } = reading;
  if (!draft.onBehalfOf || !isPrepared(draft, reading.mandate)) throw new Refusal('bad-request', 400);
  if (unfinishedPage(reading)) throw new Refusal('draft-unfinished', 409);
  const procedure = revision.definition;
  if (procedure.assurance > highestByCode) throw new Refusal('code-not-enough', 409);
  const mandate = await holdMandate(tx, platform, { mandateId: draft.onBehalfOf, person: helper, procedure });
  const { represented } = mandate;
  if (represented.kind !== 'person') throw new Refusal('bad-request', 400);
  const citizenId = await personWithIdNumber(tx, platform, represented.idNumber);
  if (!citizenId) throw new Refusal('represented-without-account', 409);
  await refuseLocked(tx, citizenId);
  const answering = draft.supplements
    ? await applicationToActOn(tx, platform, { id: citizenId }, draft.supplements)
    : undefined;
  return { reading, mandate: { ...mandate, represented }, citizenId, answering };
}

/** Fixes what the citizen will confirm, and returns its digest. Refuses like `prepareSubmission`. */
export function prepareToConfirm(
  tx: Tx,
  platform: Platform,
  { reading, mandate, citizenId, answering: application }: Confirmable,
): Promise<Buffer> {
  return application
    ? prepareSupplement(tx, platform, reading, { application, mandate })
    : prepareSubmission(tx, platform, reading, citizenId);
}

/** What was fixed when the page was shown, and its digest. Refuses what changed since ('draft-changed', 409). */
export function preparedFor(
  platform: Platform,
  { reading }: Confirmable,
): { prepared: PreparedSubmission; toConfirm: Buffer } {
  const prepared = readPrepared(platform, reading.draft);
  if (prepared?.version !== reading.draft.version) throw new Refusal('draft-changed', 409);
  return { prepared, toConfirm: digest(prepared.canonical) };
}

/** The first digits of a digest, as the page and the message both show them: one is about the other. */
export function shortDigest(toConfirm: Buffer): string {
  const digits = toConfirm.toString('hex').slice(0, 8).toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}
