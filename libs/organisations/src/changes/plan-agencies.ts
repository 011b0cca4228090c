import { agencyAt, agencyNames } from '../agencies/all-agencies.js';
import type { Agency, AgencyBody } from '../agencies/agency.entity.js';
import { committeeNames, type UnitCodes } from '../agencies/unit-codes.js';
import type { PlaceRow } from '../places/place.entity.js';
import { ChangeError } from './administrative-change.js';
import { newUnitCodes } from './new-unit-codes.js';
import { type ChangePlan, placeKey } from './plan-change.js';

/** That an agency ends and which follows it. */
export interface AgencySuccession {
  agencyId: string;
  successorId: string;
  divided: boolean;
}

/** What a change of places does to the agencies in office. */
export interface AgencyPlan {
  /** Those that end. */
  ends: Agency[];
  begins: Agency[];
  /** Those that go on, with the names and the province of the change. */
  stays: Agency[];
  succession: AgencySuccession[];
}

/**
 * Works out which agencies end with their places, which begin, and which follows which: the same kind of body of the
 * place that follows, else its People's Committee. A place that goes on keeps its agencies. `everUsed` are all unit
 * codes that agencies bear or bore: but for those of provinces' committees, no code is given twice.
 */
export function planAgencies(
  inOffice: Agency[],
  plan: ChangePlan,
  { codes, everUsed }: { codes: UnitCodes; everUsed: string[] },
): AgencyPlan {
  const byPlace = new Map<string, Agency[]>();
  for (const agency of inOffice.filter(({ level }) => level !== 'ministry')) {
    const at = placeOf(agency);
    byPlace.set(at, [...(byPlace.get(at) ?? []), agency]);
  }
  const same = new Set(plan.succession.filter((row) => row.same).map(placeKey));
  const begun = new Map(plan.begins.map((place) => [placeKey(place), place]));
  const bodies = {
    province: new Set<AgencyBody>(),
    district: new Set<AgencyBody>(),
    commune: new Set<AgencyBody>(),
  };
  for (const { level, body } of inOffice) if (level !== 'ministry') bodies[level].add(body);
  const numbers = newUnitCodes(inOffice, plan, { codes, everUsed });

  const begins = plan.begins
    .filter((place) => !same.has(placeKey(place)))
    .toSorted((a, b) =>
      a.level === b.level ? a.code.localeCompare(b.code) : a.level === 'province' ? -1 : 1,
    )
    .flatMap((place) =>
      [...bodies[place.level]].map((body) => {
        const province = place.level === 'province' ? place.code : (place.parentCode ?? '');
        return agencyAt(body, namesOf(body, codes), numbers(body, place), { code: province }, place);
      }),
    );
  const stays = [...plan.stays, ...[...same].map((key) => begun.get(key) as PlaceRow)].flatMap((place) =>
    (byPlace.get(placeKey(place)) ?? []).map((agency) => ({
      ...agency,
      ...agencyNames(namesOf(agency.body, codes), place),
    })),
  );
  const after = new Map<string, Agency>();
  for (const agency of [...inOffice, ...begins]) {
    const at = placeOf(agency);
    // What ends is found first, what begins at its place takes over.
    after.set(`${at} ${agency.body}`, agency);
  }
  const ending = plan.ends.filter((place) => !same.has(placeKey(place)));
  const endingKeys = new Set(ending.map(placeKey));
  const ends = ending.flatMap((place) => byPlace.get(placeKey(place)) ?? []);
  const gone = new Set(ends.map(({ id }) => id));
  const successorsOf = new Map<string, string[]>();
  for (const row of plan.succession.filter((each) => endingKeys.has(placeKey(each)))) {
    const list = successorsOf.get(placeKey(row)) ?? [];
    successorsOf.set(placeKey(row), [...list, `${row.successorLevel}/${row.successorCode}`]);
  }
  const succession = ends.flatMap((agency) => {
    const found = (successorsOf.get(placeOf(agency)) ?? []).map((at) => {
      const successor = after.get(`${at} ${agency.body}`) ?? after.get(`${at} committee`);
      if (!successor || gone.has(successor.id))
        throw new ChangeError([`${agency.unitCode} has no successor at ${at}`]);
      return successor.id;
    });
    const distinct = [...new Set(found)];
    return distinct.map((successorId) => ({
      agencyId: agency.id,
      successorId,
      divided: distinct.length > 1,
    }));
  });
  return { ends, begins, stays, succession };
}

function placeOf({ level, communeCode, districtCode, provinceCode }: Agency): string {
  return `${level}/${communeCode ?? districtCode ?? provinceCode}`;
}

function namesOf(body: AgencyBody, codes: UnitCodes) {
  if (body === 'committee' || body === 'ministry') return committeeNames;
  return codes.bodies[body];
}
