import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Localised, newId, projectRoot } from '#lib/platform';
import { places } from '../places/places.js';
import type { Agency, AgencyBody } from './agency.entity.js';

interface UnitCodes {
  provinces: Record<string, string>;
  ministries: Record<string, Localised & { code: string }>;
  bodies: Record<
    'police' | 'tax' | 'social-insurance',
    Localised & { code: string; number: string; communes?: true }
  >;
}

type Place = { code: string; name: string; nameEn: string };

/** Every agency there is: committees and other bodies of the places, and the central bodies. */
export function allAgencies(): Agency[] {
  const file = join(projectRoot(), 'libs/organisations/data/unit-codes.yaml');
  const codes = parse(readFileSync(file, 'utf8')) as UnitCodes;
  return [...committees(codes), ...otherBodies(codes), ...ministries(codes)];
}

function committees({ provinces }: UnitCodes): Agency[] {
  return placesInOrder().flatMap(({ province, communes }) => {
    const head = provinces[province.code];
    const names = { vi: 'UBND', en: 'People’s Committee of', fr: 'Comité populaire de' };
    return [
      agencyOf('committee', names, `000.00.00.${head}`, province),
      ...communes.map((commune, index) => {
        const number = String(index + 1).padStart(4, '0');
        const unitCode = `000.${number.slice(0, 2)}.${number.slice(2)}.${head}`;
        return agencyOf('committee', names, unitCode, province, commune);
      }),
    ];
  });
}

function otherBodies({ bodies }: UnitCodes): Agency[] {
  return Object.entries(bodies).flatMap(([body, { code, number, communes: hasCommunes, ...names }]) =>
    placesInOrder().flatMap(({ province, communes }, index) => {
      const tail = `${String(index + 1).padStart(2, '0')}.${number}.${code}`;
      return [
        agencyOf(body as AgencyBody, names, `000.${tail}`, province),
        ...(hasCommunes ? communes : []).map((commune, nth) =>
          agencyOf(
            body as AgencyBody,
            names,
            `${String(nth + 1).padStart(3, '0')}.${tail}`,
            province,
            commune,
          ),
        ),
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
    ministry,
  }));
}

function agencyOf(
  body: AgencyBody,
  names: Localised,
  unitCode: string,
  province: Place,
  commune?: Place,
): Agency {
  const place = commune ?? province;
  return {
    id: newId(),
    unitCode,
    level: commune ? 'commune' : 'province',
    body,
    nameVi: `${names.vi} ${lowerFirst(place.name)}`,
    nameEn: `${names.en} ${place.nameEn}`,
    nameFr: `${names.fr} ${place.name}`,
    provinceCode: province.code,
    communeCode: commune?.code ?? null,
    ministry: null,
  };
}

/** Provinces and their communes, in the order that codes are numbered by. */
function placesInOrder() {
  return places.allProvinces().map((province) => ({
    province,
    communes: places.communesOf(province.code).toSorted((a, b) => a.code.localeCompare(b.code)),
  }));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
