import { recordAccess } from '#lib/audit';
import { blindIndex, type Platform, Refusal, transaction } from '#lib/platform';
import type { PopulationRegister, RegisterPerson } from '#lib/registries';
import type { Principal } from '#lib/web';
import type { CounterRequest } from '../counter-request.entity.js';
import { idNumberOf, theirRequest } from './open-request.js';
import { refuseOwnMatter } from './refuse-own-matter.js';

/** A request with what the register says of the person, as an officer at the counter sees it. */
export interface RequestView {
  request: CounterRequest;
  person: RegisterPerson;
  /** Whether the officer is the one who opened it. */
  first: boolean;
}

/**
 * Shows a request to an officer and records, in the same transaction, that they saw it. Refuses as `theirRequest` and
 * `refuseOwnMatter` do, and a person the register does not know any more ('not-found', 404).
 */
export function viewRequest(
  platform: Platform,
  register: PopulationRegister,
  officer: Principal,
  id: string,
): Promise<RequestView> {
  return transaction(platform.database, async (tx) => {
    const request = await theirRequest(tx, platform, officer, id);
    const idNumber = idNumberOf(platform, request);
    await refuseOwnMatter(tx, platform, register, { officerId: officer.id, idNumber });
    const person = await register.findPerson(idNumber, 'identity-check');
    if (!person) throw new Refusal('not-found', 404);
    await recordAccess(tx, [
      {
        at: platform.clock.now(),
        actorKind: 'officer',
        actorId: officer.id,
        actorRoles: ['identity'],
        agencyId: request.agencyId,
        purpose: 'identity-check',
        subjectPersonId: null,
        subjectIndex: blindIndex(platform.config.secrets.blindIndexKey, idNumber),
        caseId: null,
        what: 'identity-check',
      },
    ]);
    return { request, person, first: request.firstOfficer === officer.id };
  });
}
