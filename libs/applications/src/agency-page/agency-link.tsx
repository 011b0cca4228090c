import { type Agency, agencyName } from '#lib/organisations';
import type { Language } from '#lib/platform';

/** An agency by name, as a link to its page while it is in office. */
export function AgencyLink({ agency, language }: { agency: Agency; language: Language }) {
  const name = agencyName(agency, language);
  return agency.validUntil === null ? <a href={`/agencies/${agency.unitCode}`}>{name}</a> : <>{name}</>;
}
