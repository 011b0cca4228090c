import { type Revision, revisionById } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { namesOf } from '#lib/identity';
import { type Agency, agencyById } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { allowedEvents, type OfficerActor } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { type ReadForAct, readForAct } from '../act/read-for-act.js';
import { refuseConflict } from '../act/refuse-own-matter.js';
import { type AnswerSource, readFiledAnswers, readFiledBefore } from '../application/answers.js';
import { type ApplicationEvent, readEvents } from '../application/read-events.js';
import { decidedBefore } from '../link/refuse-decider.js';
import { type Standing, standingsOf } from '../relation/actors-of.js';
import { rolesAt } from './officer-roles.js';
import { lookerAt, recordCaseAccess } from './record-case-access.js';

/** An application as an officer of its agency sees it. */
export interface CaseFile {
  application: Application;
  revision: Revision;
  agency: Agency;
  applicant: string;
  /** What the officer is to this application; never empty. */
  roles: OfficerActor[];
  /** The same, with the agency in whose name. */
  standings: Standing[];
  /** The reader decided what this is about: what is closed to whoever did is for somebody else. */
  decidedBefore?: boolean;
  /** Who reads. */
  reader: Pick<Principal, 'id'>;
  answers: Answers;
  /** Which of them a register filled in, by field id. */
  sources?: Record<string, AnswerSource>;
  /** Those before the last supplement. */
  earlierAnswers: Answers | undefined;
  /** Oldest first. */
  events: ApplicationEvent[];
}

/**
 * Opens a case file and records, in the same transaction, that the officer saw it.
 * An application of an agency where the officer holds no role does not exist for them (`not-found`, 404).
 */
export function readCase(platform: Platform, officer: Principal, id: string): Promise<CaseFile> {
  return platform.database.transaction(async (tx) => {
    const { application, revision, standings } = await openCase(tx, officer, id);
    const names = await namesOf(tx, [application.personId]);
    const roles = standings.map(({ actor }) => actor);
    const closed = allowedEvents(revision.definition.workflow, application.state, roles).flatMap(
      ({ transition }) => transition.notByOriginal ?? [],
    );
    const file: CaseFile = {
      application,
      revision,
      agency: await agencyById(tx, application.agencyId),
      applicant: names.get(application.personId) ?? '',
      roles,
      standings,
      decidedBefore: closed.length > 0 && (await decidedBefore(tx, application, officer.id, closed)),
      reader: { id: officer.id },
      ...(await readFiledAnswers(tx, platform, id)),
      earlierAnswers: (await readFiledBefore(tx, platform, id))[0]?.answers,
      events: await readEvents(tx, platform, id),
    };
    const { answers } = file;
    const looker = lookerAt(officer, application, standings);
    await recordCaseAccess(tx, platform, looker, application, { what: 'case-file', answers });
    return file;
  });
}

/**
 * The application, and what the officer is to it: somebody at its own agency, or at one related to it that has something
 * to do in this case now; else `not-found` (404); their own matter is refused (`own-matter`, 403).
 */
export async function openCase(tx: Tx, officer: Principal, id: string): Promise<OpenedCase> {
  const opened = await findCase(tx, officer, id);
  refuseConflict(opened.conflict);
  return opened;
}

/** What an officer is to an application, before anything of it is shown. */
export interface OpenedCase extends ReadForAct {
  revision: Revision;
  standings: Standing[];
}

/** The same for an act, which refuses their own matter itself and shows nothing. */
export async function findCase(tx: Tx, officer: Principal, id: string): Promise<OpenedCase> {
  const read = await readForAct(tx, id, officer);
  if (!read) throw new Refusal('not-found', 404);
  const { application } = read;
  // Whoever is only consulted sees what the question needs, on a page of its own.
  const standings = (await standingsOf(tx, officer, application)).filter(
    ({ actor }) => !actor.endsWith('@consulted'),
  );
  const actors = standings.map(({ actor }) => actor);
  const revision = await revisionById(tx, application.revisionId);
  // Who takes fees has a room of their own, and no business with the file unless the workflow names them.
  const handles = standings.some(
    ({ actor, agencyId }) => agencyId === application.agencyId && actor !== 'cashier',
  );
  if (!handles && allowedEvents(revision.definition.workflow, application.state, actors).length === 0)
    throw new Refusal('not-found', 404);
  return { ...read, revision, standings };
}

/**
 * The application, if it lies with an agency where the officer holds a role now; else `not-found` (404); their own matter
 * is refused (`own-matter`, 403).
 */
export async function theirApplication(tx: Tx, officer: Principal, id: string): Promise<Application> {
  const read = await readForAct(tx, id, officer);
  if (!read || rolesAt(officer, read.application.agencyId).length === 0) throw new Refusal('not-found', 404);
  refuseConflict(read.conflict);
  return read.application;
}
