import { type Localised, newId } from '#lib/platform';
import type { PlaceRow } from '../places/place.entity.js';
import type { Agency, AgencyBody } from './agency.entity.js';
import { committeeNames, readUnitCodes, type UnitCodes } from './unit-codes.js';

interface Province {
  province: PlaceRow;
  districts: PlaceRow[];
  communes: PlaceRow[];
}

const inVietnamese = new Intl.Collator('vi');

/**
 * Every agency there is where these places are in force: committees and other bodies of the places, and the central
 * bodies. `heads` are the heads of the provinces' codes; by default those of today.
 */
export function allAgencies(inForce: PlaceRow[], heads?: Record<string, string>): Agency[] {
  const codes = readUnitCodes();
  const provinces = inOrder(inForce);
  return [
    ...committees(provinces, heads ?? codes.provinces),
    ...otherBodies(provinces, codes),
    ...ministries(codes),
  ];
}

function committees(provinces: Province[], heads: Record<string, string>): Agency[] {
  return provinces.flatMap(({ province, districts, communes }) => {
    const head = heads[province.code];
    return [
      agencyAt('committee', committeeNames, `000.00.00.${head}`, province, province),
      ...districts.map((district, index) => {
        const unitCode = `${String(index + 1).padStart(3, '0')}.00.00.${head}`;
        return agencyAt('committee', committeeNames, unitCode, province, district);
      }),
      ...communes.map((commune, index) => {
        const unitCode = communeUnitCode(index + 1, head ?? '');
        return agencyAt('committee', committeeNames, unitCode, province, commune);
      }),
    ];
  });
}

/** The code of the committee of the commune with this number in its province. */
export function communeUnitCode(number: number, head: string): string {
  const digits = String(number).padStart(4, '0');
  return `000.${digits.slice(0, 2)}.${digits.slice(2)}.${head}`;
}

function otherBodies(provinces: Province[], { bodies }: UnitCodes): Agency[] {
  return Object.entries(bodies).flatMap(([body, { code, number, communes: hasCommunes, ...names }]) =>
    provinces.flatMap(({ province, communes }, index) => {
      const tail = `${String(index + 1).padStart(2, '0')}.${number}.${code}`;
      return [
        agencyAt(body as AgencyBody, names, `000.${tail}`, province, province),
        ...(hasCommunes ? communes : []).map((commune, nth) => {
          const unitCode = `${String(nth + 1).padStart(3, '0')}.${tail}`;
          return agencyAt(body as AgencyBody, names, unitCode, province, commune);
        }),
      ];
    }),
  );
}

function ministries({ ministries: central }: UnitCodes): Agency[] {
  return Object.entries(central).map(([ministry, { code, vi, en, fr }]) => ({
    id: newId(),
    unitCode: `000.00.00.${code}`,
    level: 'ministry',
    body: 'ministry',
    nameVi: vi,
    nameEn: en,
    nameFr: fr,
    provinceCode: null,
    communeCode: null,
    districtCode: null,
    ministry,
    validFrom: '2025-07-01',
    validUntil: null,
    woundUpAt: null,
  }));
}

/** The agency of a kind of body at a place. */
export function agencyAt(
  body: AgencyBody,
  names: Localised,
  unitCode: string,
  province: Pick<PlaceRow, 'code'>,
  place: PlaceRow,
): Agency {
  return {
    id: newId(),
    unitCode,
    level: place.level,
    body,
    ...agencyNames(names, place),
    provinceCode: province.code,
    communeCode: place.level === 'commune' ? place.code : null,
    districtCode: place.level === 'district' ? place.code : null,
    ministry: null,
    validFrom: place.validFrom,
    validUntil: null,
    woundUpAt: null,
  };
}

/** What the agency of a place is called. */
export function agencyNames(names: Localised, place: Pick<PlaceRow, 'name' | 'nameEn'>) {
  return {
    nameVi: `${names.vi} ${lowerFirst(place.name)}`,
    nameEn: `${names.en} ${place.nameEn}`,
    nameFr: `${names.fr} ${place.name}`,
  };
}

/** Provinces by name, their districts and communes by code: the order that agencies' codes are numbered in. */
function inOrder(inForce: PlaceRow[]): Province[] {
  const provinceOf = new Map<string, string>();
  for (const { level, code, parentCode } of inForce)
    if (level === 'district') provinceOf.set(code, parentCode ?? '');
  const below = new Map<string, PlaceRow[]>();
  for (const place of inForce.toSorted((a, b) => a.code.localeCompare(b.code))) {
    const province = provinceOf.get(place.parentCode ?? '') ?? place.parentCode ?? '';
    const siblings = below.get(province) ?? [];
    below.set(province, siblings);
    siblings.push(place);
  }
  return inForce
    .filter(({ level }) => level === 'province')
    .toSorted((a, b) => inVietnamese.compare(a.name, b.name))
    .map((province) => {
      const units = below.get(province.code) ?? [];
      return {
        province,
        districts: units.filter(({ level }) => level === 'district'),
        communes: units.filter(({ level }) => level === 'commune'),
      };
    });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
