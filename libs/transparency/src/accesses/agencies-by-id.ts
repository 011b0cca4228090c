import { type Agency, agencyById } from '#lib/organisations';
import type { Tx } from '#lib/platform';

/** The agencies that are named, by id. */
export async function agenciesById(
  tx: Tx,
  named: { agencyId: string | null }[],
): Promise<Map<string, Agency>> {
  const ids = [...new Set(named.flatMap(({ agencyId }) => agencyId ?? []))];
  const agencies = await Promise.all(ids.map((id) => agencyById(tx, id)));
  return new Map(agencies.map((agency) => [agency.id, agency]));
}
