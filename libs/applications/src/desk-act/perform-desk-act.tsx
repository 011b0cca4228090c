import type { VNode } from 'preact';
import { type Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { type PageContext, type Principal, textIn } from '#lib/web';
import { readActForm } from '../act-form/read-act-form.js';
import { keepActPaper, type ReceivedAct } from '../act-form/receive-act.js';
import { performAct } from '../act/perform-act.js';
import { findCase, readCase } from '../case-file/read-case.js';
import { ActPage } from './act-page.js';
import { ConflictPage } from './conflict-page.js';
import { findAct, isSigned, refuseAsking, refuseOthers } from './find-act.js';
import { findPerformed } from './find-performed.js';
import { readNeeds, typedNeeds } from './needs/needs.js';
import { readPostedAct } from './posted-act.js';
import { type Deciding, showSigning, signDecision } from './sign-decision.js';

/** The form of an act as an officer posted it. */
export interface DeskAct {
  context: PageContext;
  officer: Principal;
  /** Of the application. */
  id: string;
  event: string;
  body: unknown;
  /** The paper that came with the form. */
  file?: ReceivedAct['file'];
  came?: ReceivedAct['came'];
}

/** The act was performed, as the event with this sequence; or a page says what is in its way. */
export type DeskAnswer = { sequence: number } | { page: VNode; status: number };

/**
 * Performs an officer's act. A form that was posted before is the same act; one whose page is out of date is answered
 * with what happened meanwhile; one in which something has to be mended, or still to be signed, with its page.
 * Refuses a form that is not ours (`bad-request`, 400), an act of other roles (`actor-not-allowed`, 403), and what
 * `readCase` and `findAct` refuse.
 */
export async function performDeskAct(platform: Platform, posted: DeskAct): Promise<DeskAnswer> {
  const { context, officer, id, event, body } = posted;
  const { version, key } = readPostedAct(body);
  const read = await findCase(platform.database.manager, officer, id);
  const { application, revision, standings } = read;
  if (version !== application.version) return conflict(platform, posted);
  const roles = standings.map(({ actor }) => actor);
  const act = findAct({ application, revision, roles }, event);
  refuseAsking(act);
  refuseOthers(act);
  if (act.open === 'to-nobody') return conflict(platform, posted);
  // The file is read, and that it was seen recorded, only for an act that says something of it.
  const about =
    typedNeeds(act.transition).length > 0 || isSigned(act)
      ? await readCase(platform, officer, id)
      : undefined;
  if (about && about.application.version !== version) return conflict(platform, posted);
  const needed = about ? readNeeds(act.transition, body, about) : { details: {}, errors: [] };
  const along = readActForm(platform, act.transition, body, posted.came ?? false);
  const errors = [...needed.errors, ...along.errors];
  const details = { ...needed.details, ...along.details };
  if (errors.length > 0) {
    const file = about ?? (await readCase(platform, officer, id));
    return {
      page: <ActPage context={context} file={file} act={act} body={body} errors={errors} />,
      status: 422,
    };
  }
  const deciding = about && isSigned(act) ? { context, file: about, act, body, details } : undefined;
  if (deciding && textIn(body, 'assertion') === '')
    return { page: await showSigning(platform, officer, deciding), status: 200 };
  try {
    const perform = async (tx: Tx): Promise<Refusal | undefined> => {
      const signed = deciding && (await signDecision(tx, platform, officer, deciding));
      if (signed instanceof Refusal) return signed;
      await performAct(tx, platform, {
        applicationId: id,
        read,
        event,
        version,
        idempotencyKey: key,
        actor: { kind: 'officer', id: officer.id, name: officer.name },
        as: roles,
        inNameOf: standings.find(({ actor }) => act.transition.by.includes(actor))?.agencyId,
        purpose: 'case-handling',
        details: {
          ...details,
          ...signed,
          ...(await keepActPaper(tx, platform, application, posted.file)),
        },
      });
      return undefined;
    };
    // One statement needs no transaction around it; a paper is kept, and a signature used up, exactly when the act is.
    const refused = await (posted.file || deciding
      ? transaction(platform.database, perform)
      : perform(platform.database.manager));
    if (refused && deciding) return unlessPerformed(platform, posted, deciding, refused);
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return conflict(platform, posted);
    throw error;
  }
  return { sequence: version + 1 };
}

/** Whoever comes second learns what happened, unless it was their own act that came first. */
async function conflict(platform: Platform, posted: DeskAct): Promise<DeskAnswer> {
  const { context, officer, id, event, body } = posted;
  const { version, key } = readPostedAct(body);
  const file = await readCase(platform, officer, id);
  const before = await findPerformed(platform, { id, event, key });
  if (before !== undefined) return { sequence: before };
  return {
    page: (
      <ConflictPage context={context} file={file} act={findAct(file, event)} seen={version} body={body} />
    ),
    status: 409,
  };
}

/** A signature that was used up may be the double of a POST that is just being stored. */
async function unlessPerformed(
  platform: Platform,
  { officer, id, event, body }: DeskAct,
  deciding: Deciding,
  refused: Refusal,
): Promise<DeskAnswer> {
  const { key } = readPostedAct(body);
  const first = await findPerformed(platform, { id, event, key }, 'patient');
  if (first !== undefined) return { sequence: first };
  return { page: await showSigning(platform, officer, deciding, refused), status: refused.status };
}
