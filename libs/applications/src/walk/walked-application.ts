import { publishRevision, type ServiceDefinition, shippedExamples } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { inventPerson } from '#lib/identity';
import { type Agency, appointOfficer, findAgency, noteKnownOfficer } from '#lib/organisations';
import { type Clock, digest, newId, type Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { WorkflowDefinition } from '#lib/workflow';
import { Draft } from '../draft/draft.entity.js';
import { canonicalApplication } from '../submission/canonical-application.js';
import { submitApplication } from '../submission/submit-application.js';

/** A clock that stands where the walk puts it. */
export class WalkClock implements Clock {
  constructor(private instant: Date) {}
  now(): Date {
    return new Date(this.instant);
  }
  set(instant: Date): void {
    this.instant = instant;
  }
}

/** An application that is walked through its workflow, within a transaction that never commits. */
export interface WalkedApplication {
  tx: Tx;
  /** Its database is the transaction, its clock that of the walk. */
  platform: Platform;
  clock: WalkClock;
  /** As the revision holds it. */
  workflow: WorkflowDefinition;
  id: string;
  personId: string;
  /** Agencies that it can consult, with an officer who answers for each. */
  others: { agency: Agency; officer: Principal }[];
  /** Events of which the inbox was told. */
  told: Set<string>;
}

const applicant = 'Người Đi Thử';

/** Publishes the definition and files an application on it, by the real acts. */
export async function fileWalked(
  tx: Tx,
  platform: Platform,
  clock: WalkClock,
  definition: ServiceDefinition,
): Promise<WalkedApplication> {
  const now = clock.now();
  const revision = await publishRevision(tx, definition, now);
  const personId = await inventPerson(tx, platform, applicant);
  const agency = await agencyOf(tx, definition);
  const id = newId();
  const canonical = canonicalApplication(id, revision, {
    applicant: personId,
    agency: agency.unitCode,
    answers: answersOf(definition),
  });
  await tx.getRepository(Draft).insert({
    id,
    personId,
    code: revision.code,
    revisionId: revision.id,
    version: 1,
    answersSealed: '',
    sources: {},
    createdAt: now,
    savedAt: now,
  });
  const at = now.toISOString();
  await submitApplication(tx, platform, {
    draftId: id,
    revision,
    prepared: { version: 1, agencyId: agency.id, canonical, sources: {} },
    evidence: { kind: 'phone-code', digest: digest(canonical).toString('hex'), phone: '', sentAt: at, at },
    actor: { kind: 'citizen', id: personId, name: applicant },
  });
  const { workflow } = revision.definition;
  return {
    tx,
    platform,
    clock,
    workflow,
    id,
    personId,
    others: await othersBeside(tx, platform, agency, now),
    told: new Set(),
  };
}

/** Only parts are made of what was answered: then the first example that ships. */
function answersOf({ code, form, children }: ServiceDefinition): Answers {
  return (children && Object.values(shippedExamples(code, form))[0]) ?? {};
}

async function agencyOf(tx: Tx, { authority, ministry }: ServiceDefinition): Promise<Agency> {
  const found = await findAgency(tx, authority === 'ministry' ? { ministry } : { provinceCode: '01' });
  if (!found) throw new Error('There is no agency to walk with');
  return found;
}

async function othersBeside(
  tx: Tx,
  { config }: Platform,
  { id }: Agency,
  at: Date,
): Promise<WalkedApplication['others']> {
  const appointed: WalkedApplication['others'] = [];
  for (const provinceCode of ['01', '79', '48']) {
    const agency = await findAgency(tx, { provinceCode });
    if (!agency || agency.id === id || appointed.length === 2) continue;
    const staffNumber = `walk-${newId()}`;
    const fullName = 'Cán bộ Đi Thử';
    const officer = await appointOfficer(tx, {
      staffNumber,
      fullName,
      role: 'case',
      agencyId: agency.id,
      at,
    });
    const alone = { idNumber: '001085990000', household: [] };
    await noteKnownOfficer(tx, config.secrets, { officerId: officer.id, at }, alone);
    appointed.push({ agency, officer: principalOf(officer.id, fullName, agency, at) });
  }
  return appointed;
}

function principalOf(id: string, name: string, agency: Agency, at: Date): Principal {
  const roles = [{ role: 'case', agencyId: agency.id }];
  return { kind: 'officer', id, name, sessionId: newId(), assurance: 2, authenticatedAt: at, roles };
}
