import { recordAccess } from '#lib/audit';
import { mandateRules, mandatesFor, personWithIdNumber } from '#lib/identity';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../../application/application.entity.js';
import type { Draft } from '../../draft/draft.entity.js';
import { readCode } from '../../following/tracking-secret.js';
import { requestWaiting } from '../request-waiting.js';
import { startSupplement } from '../start-supplement.js';

/**
 * The draft in which a helper answers, for a citizen who let them, what an application of theirs with this code was
 * asked for; begun or taken up again. That the helper sees what is asked for is recorded.
 * Refuses whatever else the code names, or nothing, in one and the same way ('no-supplement-to-prepare', 422).
 */
export async function openAssistedSupplement(
  tx: Tx,
  platform: Platform,
  helper: Principal,
  code: string,
): Promise<Draft> {
  const refused = new Refusal('no-supplement-to-prepare', 422);
  const application = await tx.getRepository(Application).findOneBy({ number: readCode(code) });
  if (!application) throw refused;
  const { request, definition } = await requestWaiting(tx, platform, application);
  const mandateId = await mandateFrom(tx, platform, helper, {
    applicantId: application.personId,
    definition,
  });
  if (!request || !mandateId) throw refused;
  await recordAccess(tx, [
    {
      at: platform.clock.now(),
      actorKind: 'citizen',
      actorId: helper.id,
      agencyId: null,
      purpose: 'assistance',
      subjectPersonId: application.personId,
      caseId: application.id,
      what: 'case-file',
    },
  ]);
  return startSupplement(tx, platform, helper, application, request, mandateId);
}

/** The mandate under which a helper may prepare for an applicant; undefined where there is none. */
async function mandateFrom(
  tx: Tx,
  platform: Platform,
  helper: Principal,
  { applicantId, definition }: { applicantId: string; definition: Parameters<typeof mandatesFor>[3] },
): Promise<string | undefined> {
  for (const { id, kind, represented } of await mandatesFor(tx, platform, helper, definition))
    if (mandateRules[kind].preparesOnly && represented.kind === 'person')
      if ((await personWithIdNumber(tx, platform, represented.idNumber)) === applicantId) return id;
  return undefined;
}
