import type { Language } from '#lib/platform';
import type { Agency } from './agency.entity.js';

/** What the agency is called in a language. */
export function agencyName(agency: Pick<Agency, 'nameVi' | 'nameEn' | 'nameFr'>, language: Language): string {
  return { vi: agency.nameVi, en: agency.nameEn, fr: agency.nameFr }[language];
}
