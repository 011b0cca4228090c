import { join } from 'node:path';
import { type Language, projectRoot } from '#lib/platform';
import type { PlaceLevel, PlaceRow } from './place.entity.js';
import { PlaceHistory } from './place-history.js';
import { readTable } from './read-table.js';
import { shippedPlaces } from './shipped-places.js';

/** A province or commune as pages and checks use it. */
export interface Place {
  code: string;
  name: string;
  nameEn: string;
}

interface Commune extends Place {
  provinceCode: string;
}

const inVietnamese = new Intl.Collator('vi');

/**
 * The administrative units, from the file the product ships until `adopt` tells those of the database: they are asked
 * for on almost every page and change by law, so memory holds them.
 */
class Places {
  private provinces = new Map<string, Place>();
  private communes = new Map<string, Commune>();
  private byProvince = new Map<string, Commune[]>();
  private known: PlaceHistory | undefined;
  /** The day of the last change. */
  private since = '2025-07-01';

  constructor() {
    const file = join(projectRoot(), 'libs/organisations/data/administrative-units-2025.tsv');
    this.take(
      readTable(file).map(
        ({ code = '', level, name_vi: name = '', name_en: nameEn = '', province_code }) => ({
          level: level as PlaceLevel,
          code,
          name,
          nameEn,
          parentCode: province_code || null,
        }),
      ),
    );
  }

  /** From now on these are the units in force and the former ones. */
  adopt(history: PlaceHistory): void {
    this.known = history;
    this.since = history.lastChange();
    this.take(history.inForce());
  }

  /** The units in force and the former ones. Read when first asked for: few pages need it. */
  history(): PlaceHistory {
    if (!this.known) {
      const { places: rows, plan } = shippedPlaces();
      this.known = new PlaceHistory(rows, plan.succession, [plan.change]);
    }
    return this.known;
  }

  /** Whether the units in force now were those of a day (YYYY-MM-DD): no change took effect after it. */
  areThoseOf(day: string): boolean {
    return day >= this.since;
  }

  /** All provinces, in Vietnamese order. */
  allProvinces(): Place[] {
    return [...this.provinces.values()].toSorted((a, b) => inVietnamese.compare(a.name, b.name));
  }

  /** The communes of a province, in Vietnamese order; none for an unknown code. */
  communesOf(provinceCode: string): Place[] {
    return this.byProvince.get(provinceCode) ?? [];
  }

  allCommunes(): Commune[] {
    return [...this.communes.values()];
  }

  provinceOfCommune(code: string): string | undefined {
    return this.communes.get(code)?.provinceCode;
  }

  provinceName(code: string, language: Language): string {
    return nameIn(this.provinces.get(code), language) ?? code;
  }

  communeName(code: string, language: Language): string {
    return nameIn(this.communes.get(code), language) ?? code;
  }

  private take(rows: Pick<PlaceRow, 'level' | 'code' | 'name' | 'nameEn' | 'parentCode'>[]): void {
    this.provinces = new Map();
    this.communes = new Map();
    this.byProvince = new Map();
    const districts = new Map<string, string | null>();
    for (const { level, code, parentCode } of rows) if (level === 'district') districts.set(code, parentCode);
    for (const { level, code, name, nameEn, parentCode } of rows) {
      if (level === 'province') this.provinces.set(code, { code, name, nameEn });
      const provinceCode = districts.get(parentCode ?? '') ?? parentCode;
      if (level === 'commune' && provinceCode) this.communes.set(code, { code, name, nameEn, provinceCode });
    }
    for (const commune of this.communes.values()) {
      const siblings = this.byProvince.get(commune.provinceCode) ?? [];
      this.byProvince.set(commune.provinceCode, siblings);
      siblings.push(commune);
    }
    for (const siblings of this.byProvince.values())
      siblings.sort((a, b) => inVietnamese.compare(a.name, b.name));
  }
}

function nameIn(place: Place | undefined, language: Language): string | undefined {
  return language === 'en' ? place?.nameEn : place?.name;
}

export const places = new Places();
