import type { PlaceLevel, PlaceRow } from './place.entity.js';
import { withoutMarks } from './english-name.js';

/** That one unit followed another, and by which change. */
export interface FollowedPlace {
  changeId?: string;
  level: PlaceLevel;
  code: string;
  successorLevel: PlaceLevel;
  successorCode: string;
}

const most = 40;

/** All units that stand or stood, and which followed which. */
export class PlaceHistory {
  private readonly byUnit = new Map<string, PlaceRow[]>();
  private readonly followers = new Map<string, FollowedPlace[]>();
  private folded: { row: PlaceRow; name: string }[] | undefined;

  constructor(
    private readonly rows: PlaceRow[],
    succession: FollowedPlace[],
    private readonly changes: { id: string; effectiveOn: string }[],
  ) {
    for (const row of rows) add(this.byUnit, key(row), row);
    for (const row of succession) {
      const change = changes.find(({ id }) => row.changeId === undefined || id === row.changeId);
      add(this.followers, `${key(row)} ${change?.effectiveOn}`, row);
    }
  }

  /** The first day of the units in force, YYYY-MM-DD. */
  lastChange(): string {
    return (
      this.changes
        .map(({ effectiveOn }) => effectiveOn)
        .toSorted()
        .at(-1) ?? '0000-01-01'
    );
  }

  inForce(): PlaceRow[] {
    return this.rows.filter(({ validUntil }) => validUntil === null);
  }

  /** Every unit that stood on a day (YYYY-MM-DD). */
  standingOn(day: string): PlaceRow[] {
    return this.rows.filter((row) => stoodOn(row, day));
  }

  /** The unit that bore a code on a day (YYYY-MM-DD), if any did. */
  on(level: PlaceLevel, code: string, day: string): PlaceRow | undefined {
    return this.byUnit.get(key({ level, code }))?.find((row) => stoodOn(row, day));
  }

  /** The same, else the one that bore it last: a change may be carried out days after it took effect. */
  near(level: PlaceLevel, code: string, day: string): PlaceRow | undefined {
    const rows = this.byUnit.get(key({ level, code })) ?? [];
    return this.on(level, code, day) ?? rows.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  }

  /** The unit that bore a code last before the one in force, in a province of that code. */
  former(level: PlaceLevel, code: string, provinceCode: string): PlaceRow | undefined {
    return this.byUnit
      .get(key({ level, code }))
      ?.filter(
        (row) => row.validUntil !== null && this.around(row).some((each) => each.code === provinceCode),
      )
      .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  }

  /** The units in force that stand where a former one of their level stood; itself where it still stands. */
  successorsOf(place: PlaceRow): PlaceRow[] {
    if (place.validUntil === null) return [place];
    const { validUntil } = place;
    const rows = this.followers.get(`${key(place)} ${validUntil}`) ?? [];
    const next = rows
      .filter(({ level, successorLevel }) => level === successorLevel || level === 'district')
      .filter(({ successorLevel }) => successorLevel !== 'province' || place.level === 'province')
      .flatMap(
        ({ successorLevel, successorCode }) => this.on(successorLevel, successorCode, validUntil) ?? [],
      );
    return [...new Set(next.flatMap((each) => this.successorsOf(each)))];
  }

  /** The units around a unit on its last day, the nearest first: district and province, or the province. */
  around(place: PlaceRow): PlaceRow[] {
    const last = place.validUntil === null ? place.validFrom : dayBefore(place.validUntil);
    const code = place.parentCode;
    if (code === null) return [];
    const parent = this.on('district', code, last) ?? this.on('province', code, last);
    return parent ? [parent, ...this.around({ ...parent, validFrom: last })] : [];
  }

  formerCommunes(): PlaceRow[] {
    return this.rows.filter(({ level, validUntil }) => level === 'commune' && validUntil !== null);
  }

  /** Former communes whose name, with the units around it, has all these words; accents and case do not matter. */
  searchFormer(words: string): PlaceRow[] {
    const wanted = fold(words)
      .split(/[\s,]+/)
      .filter(Boolean);
    if (wanted.join('').length < 2) return [];
    // Folding 10,000 names takes 50 ms: it is done once.
    this.folded ??= this.formerCommunes().map((row) => ({
      row,
      name: fold([row, ...this.around(row)].map((each) => each.name).join(' ')),
    }));
    const found = this.folded
      .filter(({ name }) => wanted.every((word) => name.includes(word)))
      .map(({ row }) => row);
    const own = (row: PlaceRow) => wanted.filter((word) => fold(row.name).includes(word)).length;
    return found.toSorted((a, b) => own(b) - own(a) || a.name.length - b.name.length).slice(0, most);
  }
}

function stoodOn({ validFrom, validUntil }: PlaceRow, day: string): boolean {
  return validFrom <= day && (validUntil === null || day < validUntil);
}

function key({ level, code }: Pick<PlaceRow, 'level' | 'code'>): string {
  return `${level}/${code}`;
}

function add<T>(map: Map<string, T[]>, at: string, value: T): void {
  const values = map.get(at);
  if (values) values.push(value);
  else map.set(at, [value]);
}

function fold(text: string): string {
  return withoutMarks(text).toLowerCase();
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
