import { recordAccess } from '#lib/audit';
import type { Answers } from '#lib/forms';
import { representedBehind } from '#lib/identity';
import { blindIndex, type Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { whomItConcerns } from '../act/refuse-own-matter.js';
import type { Application } from '../application/application.entity.js';
import type { Standing } from '../relation/actors-of.js';
import { rolesAt } from './officer-roles.js';

/** An officer who sees a case, in the roles and for the agency that let them. */
interface Looker {
  id: string;
  roles: string[];
  agencyId: string;
}

/** An officer of the agency of a case; `standings` where others may see it too. */
export function lookerAt(
  officer: Principal,
  { agencyId }: Pick<Application, 'agencyId'>,
  standings: Standing[] = [],
): Looker {
  const roles = standings.length > 0 ? standings.map(({ actor }) => actor) : rolesAt(officer, agencyId);
  return { id: officer.id, roles, agencyId: standings[0]?.agencyId ?? agencyId };
}

/**
 * Records that an officer saw a case: for the applicant and whom it was filed for, and, where answers are shown, for
 * everybody else whose ID number stands in them. These are told that they were named (`named-in-case`), not
 * in whose application: that is somebody else's affair.
 */
export async function recordCaseAccess(
  tx: Tx,
  platform: Platform,
  looker: Looker,
  application: Pick<Application, 'id' | 'personId' | 'onBehalfOf'>,
  { what, answers }: { what: 'case-file' | 'attachment'; answers?: Answers },
): Promise<void> {
  const { id: caseId, personId, onBehalfOf } = application;
  const represented = onBehalfOf ? (await representedBehind(tx, onBehalfOf)).personId : null;
  const concerned = new Set([personId, ...(represented ? [represented] : [])]);
  const numbers = idNumbersIn(answers);
  const own = new Set(numbers.length > 0 ? await whomItConcerns(tx, application) : []);
  const named = new Set(
    numbers
      .map((each) => blindIndex(platform.config.secrets.blindIndexKey, each))
      .filter((each) => !own.has(each)),
  );
  const look = {
    at: platform.clock.now(),
    actorKind: 'officer' as const,
    actorId: looker.id,
    actorRoles: looker.roles,
    agencyId: looker.agencyId,
    what,
  };
  await recordAccess(tx, [
    ...[...concerned].map((subjectPersonId) => ({
      ...look,
      subjectPersonId,
      caseId,
      purpose: 'case-handling',
    })),
    ...[...named].map((subjectIndex) => ({
      ...look,
      subjectPersonId: null,
      subjectIndex,
      caseId: null,
      purpose: 'named-in-case',
    })),
  ]);
}

/** Whatever in answers can be an ID number: twelve digits, with blanks as people type them. */
function idNumbersIn(answers: unknown): string[] {
  if (typeof answers === 'string') {
    const digits = answers.replace(/\s/g, '');
    return /^[0-9]{12}$/.test(digits) ? [digits] : [];
  }
  if (typeof answers !== 'object' || answers === null) return [];
  return Object.values(answers).flatMap(idNumbersIn);
}
