import { type ApplicationName, applicationNames, officialActs } from '#lib/applications';
import { type AccessEvent, accessesOf } from '#lib/audit';
import { subjectOf } from '#lib/identity';
import type { Agency } from '#lib/organisations';
import { legalDate, type Localised, type Platform, type Tx } from '#lib/platform';
import { agenciesById } from './agencies-by-id.js';

/** What somebody else saw or did with a person's data. */
export interface Access {
  at: Date;
  actorKind: AccessEvent['actorKind'];
  roles: string[];
  agencyId: string | null;
  caseId: string | null;
  /** Another system that was told, and of what. */
  relyingParty: string | null;
  scopes: string[];
  /** Something was seen: the access as recorded. Else something was done, in these words. */
  act:
    | { seen: Pick<AccessEvent, 'what' | 'purpose'>; id: string; actorId: string | null }
    | { done: Localised };
  /** How often on that day; `at` is the last time. */
  times: number;
}

export interface AccessesPage {
  accesses: Access[];
  agencies: Map<string, Agency>;
  applications: Map<string, ApplicationName>;
  /** Where the next page goes on; undefined at the end. */
  before: Date | undefined;
}

const pageSize = 100;

/** Who saw or changed a person's data before an instant, newest first. */
export async function readAccesses(
  tx: Tx,
  platform: Platform,
  personId: string,
  before: Date,
): Promise<AccessesPage> {
  const seen = await accessesOf(tx, await subjectOf(tx, personId), before, pageSize);
  const acts = await officialActs(tx, platform, personId, before, pageSize);
  const edge = lastSureInstant([seen, acts]);
  const all: Access[] = [...seen.map(seenAccess), ...acts.map(doneAccess)].toSorted(
    (one, other) => other.at.getTime() - one.at.getTime(),
  );
  const accesses = toldOnce(all.filter(({ at }) => edge === undefined || at.getTime() > edge));
  return {
    accesses,
    agencies: await agenciesById(tx, accesses),
    applications: await applicationNames(tx, personId, [
      ...new Set(accesses.flatMap(({ caseId }) => caseId ?? [])),
    ]),
    before: edge === undefined ? undefined : new Date(edge + 1),
  };
}

/** Where one of the lists was cut off, more may lie at the same instant: the page ends above it. */
function lastSureInstant(lists: { at: Date }[][]): number | undefined {
  const cuts = lists.flatMap((list) => (list.length < pageSize ? [] : [list.at(-1)?.at.getTime() ?? 0]));
  return cuts.length > 0 ? Math.max(...cuts) : undefined;
}

function seenAccess({ id, actorId, actorRoles, what, purpose, ...event }: AccessEvent): Access {
  return { ...event, roles: actorRoles, act: { seen: { what, purpose }, id, actorId }, times: 1 };
}

function doneAccess(done: Awaited<ReturnType<typeof officialActs>>[number]): Access {
  const { at, actorKind, agencyId, applicationId, past } = done;
  const of = { agencyId, caseId: applicationId, relyingParty: null, scopes: [] };
  return { at, actorKind, roles: [], ...of, act: { done: past }, times: 1 };
}

/** The same, seen by the same officer for the same application or told to the same system on one day, is one entry with how often. */
export function toldOnce(accesses: Access[]): Access[] {
  const told = new Map<string, Access>();
  for (const access of accesses) {
    const { at, act, agencyId, caseId, relyingParty, scopes } = access;
    const key =
      'seen' in act
        ? [
            legalDate(at),
            act.seen.what,
            act.seen.purpose,
            act.actorId,
            agencyId,
            caseId,
            relyingParty,
            ...scopes,
          ].join()
        : [at.toISOString(), act.done.en, caseId].join();
    const same = told.get(key);
    if (same) same.times += access.times;
    else told.set(key, { ...access });
  }
  return [...told.values()];
}
