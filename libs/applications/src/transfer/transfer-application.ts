import { deadlineRuleOf, revisionById, type ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyById, agencyName, officeHoursOf } from '#lib/organisations';
import { inEveryLanguage, type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { dueOf } from '../act/clock.js';
import { recordAct } from '../act/record-act.js';
import type { Application } from '../application/application.entity.js';
import { rolesAt } from '../case-file/officer-roles.js';
import { deadlineWrite } from '../deadline/deadline-write.js';
import { keptSteps } from '../deadline/kept-steps.js';
import { firstStage } from '../deadline/legal-stage.js';
import { whyNotTransferred } from './why-not-transfer.js';

/** That an application goes to the agency it should have come to. */
export interface Transfer {
  application: Application;
  to: Agency;
  reason: string;
  officer: Pick<Principal, 'id' | 'name' | 'roles'>;
  version: number;
  idempotencyKey: string;
}

/**
 * Passes an application to the agency responsible for it: its state and papers go along, its officer it finds there
 * anew. ASSUMPTION (the wording of Decree 118/2025 was not found): the clock runs on, for a person may file anywhere in a
 * province, and where it went wrong costs them no day. The term is counted from where it began, by the hours of the
 * agency it comes to, so that its day-by-day account stays true.
 * Refuses whoever does not handle applications of its agency (`actor-not-allowed`, 403), an agency that ended, is the
 * same, or does not handle such procedures (`agency-not-responsible`, 422), what `whyNotTransferred` says (409), and what
 * `recordAct` refuses.
 */
export async function transferApplication(tx: Tx, platform: Platform, transfer: Transfer): Promise<void> {
  const { application, to, reason, officer, version, idempotencyKey } = transfer;
  if (rolesAt(officer, application.agencyId).length === 0)
    throw new Refusal('actor-not-allowed', 403, { event: 'transfer' });
  const { definition } = await revisionById(tx, application.revisionId);
  const why = await whyNotTransferred(tx, definition, application);
  if (why) throw new Refusal(why, 409);
  if (to.id === application.agencyId || !isResponsible(definition, to))
    throw new Refusal('agency-not-responsible', 422);
  const from = await agencyById(tx, application.agencyId);
  const hours = await officeHoursOf(tx, to.id, application.clockStartedAt);
  const rule = deadlineRuleOf(definition, application);
  const runs = application.dueAt !== null && application.clockStoppedAt === null;
  const dueAt = rule && runs ? dueOf(application, rule, hours).at : application.dueAt;
  const stage = firstStage({ ...application, dueAt }, platform.clock.now(), hours);
  await recordAct(tx, platform, {
    applicationId: application.id,
    type: 'transfer',
    version,
    idempotencyKey,
    actor: { kind: 'officer', id: officer.id, name: officer.name },
    purpose: 'case-handling',
    details: {
      reason,
      agency: nameOf(to),
      fromAgency: nameOf(from),
      from: application.dueAt?.toISOString() ?? null,
      to: dueAt?.toISOString() ?? null,
    },
    change: { agencyId: to.id, assignedTo: null, dueAt },
    writes: [
      deadlineWrite({
        set: stage ? [{ kind: 'legal', path: '', dueAt: stage.at, event: stage.event }] : [],
        keep: await keptSteps(tx, application),
      }),
    ],
  });
}

/** Whether an agency in office is of the kind that handles a procedure: its level and body, or the one ministry. */
export function isResponsible({ authority, body, ministry }: ServiceDefinition, agency: Agency): boolean {
  if (agency.validUntil !== null) return false;
  if (authority === 'ministry') return agency.ministry !== null && agency.ministry === ministry;
  return agency.level === authority && agency.body === (body ?? 'committee');
}

const nameOf = (agency: Agency) => inEveryLanguage((language) => agencyName(agency, language));
