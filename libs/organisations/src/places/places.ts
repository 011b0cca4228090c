import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, projectRoot } from '#lib/platform';

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
 * The administrative units in force since 1 July 2025, from the file the product ships: they are asked for on
 * almost every page and change by law, so memory holds them and the database the same rows for foreign keys.
 */
class Places {
  private readonly provinces = new Map<string, Place>();
  private readonly communes = new Map<string, Commune>();
  private readonly byProvince = new Map<string, Commune[]>();

  constructor() {
    const file = join(projectRoot(), 'libs/organisations/data/administrative-units-2025.tsv');
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const [code, level, , name, nameEn, provinceCode] = line.replace(/\r$/, '').split('\t');
      if (!code || !name || !nameEn) continue;
      if (level === 'province') this.provinces.set(code, { code, name, nameEn });
      else if (provinceCode) this.communes.set(code, { code, name, nameEn, provinceCode });
    }
    for (const commune of this.communes.values()) {
      const siblings = this.byProvince.get(commune.provinceCode) ?? [];
      this.byProvince.set(commune.provinceCode, siblings);
      siblings.push(commune);
    }
    for (const siblings of this.byProvince.values())
      siblings.sort((a, b) => inVietnamese.compare(a.name, b.name));
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
}

function nameIn(place: Place | undefined, language: Language): string | undefined {
  return language === 'en' ? place?.nameEn : place?.name;
}

export const places = new Places();
