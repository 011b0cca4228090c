import { inEveryLanguage, type Localised } from '#lib/platform';
import { places } from '../places/places.js';
import type { Agency, AgencyLevel } from './agency.entity.js';
import { agencyName } from './agency-name.js';

/** An agency as other systems are told of it. */
export interface AgencyFacts {
  unitCode: string;
  level: AgencyLevel;
  name: Localised;
  /** Where a commune is, because names repeat. */
  province?: Localised;
}

export function agencyFacts(agency: Agency): AgencyFacts {
  const { unitCode, level, provinceCode } = agency;
  const name = inEveryLanguage((language) => agencyName(agency, language));
  if (level !== 'commune' || !provinceCode) return { unitCode, level, name };
  return {
    unitCode,
    level,
    name,
    province: inEveryLanguage((language) => places.provinceName(provinceCode, language)),
  };
}
