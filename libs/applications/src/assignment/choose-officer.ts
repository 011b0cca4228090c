/** A rule of an agency: whose work of a commune, of a field of government, of both, or any. */
export interface AssignmentRule {
  /** Code of the commune an application is about; null for any. */
  communeCode: string | null;
  /** Slug of the field of government of its procedure; null for any. */
  field: string | null;
  /** Officer ids; none means whoever may work on it. */
  officers: string[];
}

/** What an application is about, as far as rules ask. */
export interface Matter {
  communeCode: string | undefined;
  field: string;
}

/** An officer who may work on an application. */
export interface Candidate {
  id: string;
  staffNumber: string;
  /** How many open applications they have at the agency. */
  open: number;
}

/**
 * Whose an application is by an agency's rules. The most telling rule that leads to somebody decides: place and field,
 * then place, then field, then any; several alike count as one. Whoever is away is replaced by who stands in for them
 * (`standIns`, undefined for nobody). Of those left it is who has the least open, then who has the lowest staff number.
 * Where no rule leads to anybody, everybody is asked. Undefined only where nobody may work on it and is there.
 */
export function chooseOfficer(
  rules: AssignmentRule[],
  matter: Matter,
  candidates: Candidate[],
  standIns: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const matching = rules.filter(
    ({ communeCode, field }) =>
      (communeCode === null || communeCode === matter.communeCode) &&
      (field === null || field === matter.field),
  );
  const everybody = candidates.map(({ id }) => id);
  for (const telling of [3, 2, 1, 0]) {
    const named = matching
      .filter((rule) => howTelling(rule) === telling)
      .flatMap(({ officers }) => (officers.length > 0 ? officers : everybody));
    const chosen = leastBusy(named, candidates, standIns);
    if (chosen !== undefined) return chosen;
  }
  return leastBusy(everybody, candidates, standIns);
}

function howTelling({ communeCode, field }: AssignmentRule): number {
  return (communeCode === null ? 0 : 2) + (field === null ? 0 : 1);
}

function leastBusy(
  named: string[],
  candidates: Candidate[],
  standIns: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const there = new Set(named.map((id) => (standIns.has(id) ? standIns.get(id) : id)));
  return candidates.filter(({ id }) => there.has(id)).toSorted(lessBusyFirst)[0]?.id;
}

function lessBusyFirst(one: Candidate, other: Candidate): number {
  return one.open - other.open || (one.staffNumber < other.staffNumber ? -1 : 1);
}
