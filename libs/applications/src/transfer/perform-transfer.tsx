import { type Agency, agencyById, searchAgencies } from '#lib/organisations';
import { inEveryLanguage, type Platform, Refusal, refusalWords, uuid } from '#lib/platform';
import { type PageContext, type Principal, textIn } from '#lib/web';
import { type CaseFile, readCase } from '../case-file/read-case.js';
import { ConflictPage } from '../desk-act/conflict-page.js';
import { findPerformed } from '../desk-act/find-performed.js';
import { longestText } from '../desk-act/needs/need-part.js';
import type { DeskAnswer } from '../desk-act/perform-desk-act.js';
import { readPostedAct } from '../desk-act/posted-act.js';
import { texts, type TransferTextKey } from './texts.js';
import { isResponsible, transferApplication } from './transfer-application.js';
import { TransferPage } from './transfer-page.js';

/** What has to be mended: which input, and the words that say how. */
export interface TransferError {
  id: string;
  code: TransferTextKey;
}

interface PostedTransfer {
  context: PageContext;
  officer: Principal;
  /** Of the application. */
  id: string;
  body: unknown;
}

/** The agencies of a name that handle the procedure, without the one it lies with. */
export function searchResponsible(
  platform: Platform,
  { application, revision }: CaseFile,
  words: string,
): Promise<Agency[]> {
  return searchAgencies(
    platform.database.manager,
    words,
    (agency) => agency.id !== application.agencyId && isResponsible(revision.definition, agency),
  );
}

/**
 * Passes an application on. A form that was posted before is the same act, also for who no longer sees the application;
 * one whose page is out of date is answered with what happened meanwhile; what has to be mended comes back with its page.
 */
export async function performTransfer(platform: Platform, posted: PostedTransfer): Promise<DeskAnswer> {
  const { id, body } = posted;
  const { version, key } = readPostedAct(body);
  const before = () => findPerformed(platform, { id, event: 'transfer', key });
  const sequence = await before();
  if (sequence !== undefined) return { sequence };
  try {
    return await passOn(platform, posted, { version, key });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Its double may have been performed just now, and the application be gone from the officer's sight.
    const meanwhile = await before();
    if (meanwhile !== undefined) return { sequence: meanwhile };
    if (error.status === 409) return conflict(platform, posted, version);
    throw error;
  }
}

async function passOn(
  platform: Platform,
  posted: PostedTransfer,
  { version, key }: { version: number; key: string },
): Promise<DeskAnswer> {
  const { context, officer, id, body } = posted;
  const file = await readCase(platform, officer, id);
  const reason = textIn(body, 'reason');
  const agencyId = textIn(body, 'agency');
  const again = async (errors: TransferError[], refused?: Refusal): Promise<DeskAnswer> => {
    const words = textIn(body, 'words').slice(0, 100);
    const found = await searchResponsible(platform, file, words);
    const why = refused && refusalWords(refused.code, context.language, refused.facts);
    return { page: <TransferPage {...{ context, file, words, found, body, errors, why }} />, status: 422 };
  };
  if (version !== file.application.version) return conflict(platform, posted, version);
  const errors = errorsIn(reason, agencyId);
  if (errors.length > 0) return again(errors);
  const { manager } = platform.database;
  try {
    const to = await agencyById(manager, agencyId).catch(() => undefined);
    if (!to) throw new Refusal('agency-not-responsible', 422);
    const { application } = file;
    const by = { officer, version, idempotencyKey: key };
    await transferApplication(manager, platform, { application, to, reason, ...by });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 422 || error.code.startsWith('transfer-')) return again([], error);
    throw error;
  }
  return { sequence: version + 1 };
}

function errorsIn(reason: string, agencyId: string): TransferError[] {
  const errors: TransferError[] = [];
  if (!uuid.test(agencyId)) errors.push({ id: 'agency', code: 'agency-missing' });
  if (reason === '') errors.push({ id: 'reason', code: 'reason-missing' });
  if (reason.length > longestText) errors.push({ id: 'reason', code: 'reason-too-long' });
  return errors;
}

/** Whoever comes second learns what happened. */
async function conflict(
  platform: Platform,
  { context, officer, id, body }: PostedTransfer,
  seen: number,
): Promise<DeskAnswer> {
  const file = await readCase(platform, officer, id);
  const label = inEveryLanguage((language) => texts(language)('title'));
  const transition = { to: '', by: [], label, past: label, needs: ['reason' as const] };
  const act = { event: 'transfer', transition, open: 'to-nobody' as const };
  return { page: <ConflictPage {...{ context, file, act, seen, body }} />, status: 409 };
}
