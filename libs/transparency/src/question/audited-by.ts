import { agenciesWithout, agencyById, superiorAgency } from '#lib/organisations';
import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The agencies whose auditor an officer is. */
export function auditedAgencies({ roles }: Pick<Principal, 'roles'>): string[] {
  return roles.filter(({ role }) => role === 'auditor').map(({ agencyId }) => agencyId);
}

/** Questions of one agency, as far as it matters who answers them; an agency of null is the portal itself. */
export interface Asked {
  agencyId: string | null;
  /** Whether the time to answer has run out. */
  late: boolean;
}

/**
 * Those of some questions that an officer answers: an auditor answers for their own agency, and what is late for the
 * agencies below as well. Where nobody is auditor, and for the portal itself, any auditor does: no question waits for
 * nobody.
 */
export async function answeredBy<Question extends Asked>(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  asked: Question[],
  now: Date,
): Promise<Question[]> {
  const own = auditedAgencies(officer);
  if (own.length === 0) return [];
  const turns = await Promise.all(asked.map(async (each) => ({ each, agencies: await whoseTurn(tx, each) })));
  const others = new Set(turns.flatMap(({ agencies }) => agencies).filter((id) => id !== undefined));
  const empty = await agenciesWithout(tx, 'auditor', [...others], now);
  const theirs = (id: string | undefined) => id === undefined || own.includes(id) || empty.includes(id);
  return turns.filter(({ agencies }) => agencies.some(theirs)).map(({ each }) => each);
}

/** The agencies whose auditors answer; undefined for any. */
async function whoseTurn(tx: Tx, { agencyId, late }: Asked): Promise<(string | undefined)[]> {
  if (agencyId === null) return [undefined];
  return late ? [agencyId, (await superiorAgency(tx, await agencyById(tx, agencyId)))?.id] : [agencyId];
}
