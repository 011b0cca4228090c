import { type Revision, revisionById } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { type Agency, agencyById } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { allowedEvents, type TransitionDefinition } from '#lib/workflow';
import { refuseOwnMatter } from '../act/refuse-own-matter.js';
import { readAnswers } from '../application/answers.js';
import { Application } from '../application/application.entity.js';
import { recordCaseAccess } from '../case-file/record-case-access.js';
import { standingsOf } from '../relation/actors-of.js';
import { type Consultation, findConsultations } from './consultation.js';

/** The event by which a consulted agency answers. */
export const answering = 'answer-consultation';

/** The roles in which an officer answers for their agency. ASSUMPTION: who works on cases, and who decides. */
const answeringRoles = ['case', 'approver'];

/** An application as an agency that is asked about it sees it: the question, what was filed, and nothing else. */
export interface ConsultedCase {
  application: Application;
  consultation: Consultation;
  revision: Revision;
  /** Who asks. */
  asking: Agency;
  /** Who is asked. */
  asked: Agency;
  answers: Answers;
  /** What answering asks for. */
  transition: TransitionDefinition;
}

/** The agencies for which an officer may answer. */
export function answersFor({ roles }: Pick<Principal, 'roles'>): string[] {
  return [
    ...new Set(roles.filter(({ role }) => answeringRoles.includes(role)).map(({ agencyId }) => agencyId)),
  ];
}

/**
 * The consultation that waits for an officer's answer. One that does not, or is another agency's, does not exist for
 * them (`not-found`, 404); their own matter is refused (`own-matter`, 403).
 */
export async function openConsultation(tx: Tx, platform: Platform, officer: Principal, id: string) {
  const [consultation] = await findConsultations(
    tx,
    platform,
    `application_id = $1 AND state = 'open' AND agency_id = ANY($2)`,
    [id, answersFor(officer)],
  );
  if (!consultation) throw new Refusal('not-found', 404);
  const application = await tx.getRepository(Application).findOneByOrFail({ id });
  await refuseOwnMatter(tx, officer.id, application);
  const revision = await revisionById(tx, application.revisionId);
  const standings = await standingsOf(tx, officer, application);
  const consulted = standings.map(({ actor }) => actor).filter((actor) => actor.endsWith('@consulted'));
  const allowed = allowedEvents(revision.definition.workflow, application.state, consulted);
  const transition = allowed.find(({ event }) => event === answering)?.transition;
  if (!transition) throw new Refusal('not-found', 404);
  return { consultation, application, revision, actors: consulted, transition };
}

/** The same with what was filed; that the officer saw it is recorded in the same transaction. */
export function readConsultedCase(
  platform: Platform,
  officer: Principal,
  id: string,
): Promise<ConsultedCase> {
  return platform.database.transaction(async (tx) => {
    const open = await openConsultation(tx, platform, officer, id);
    const { application, consultation } = open;
    const answers = await readAnswers(tx, platform, id);
    const looker = consultedLooker(officer, consultation.agencyId);
    await recordCaseAccess(tx, platform, looker, application, { what: 'case-file', answers });
    return {
      ...open,
      asking: await agencyById(tx, application.agencyId),
      asked: await agencyById(tx, consultation.agencyId),
      answers,
    };
  });
}

/** In whose name an officer sees what their agency is asked about. */
export function consultedLooker(officer: Principal, agencyId: string) {
  const roles = officer.roles
    .filter((held) => held.agencyId === agencyId && answeringRoles.includes(held.role))
    .map(({ role }) => role);
  return { id: officer.id, roles, agencyId };
}
