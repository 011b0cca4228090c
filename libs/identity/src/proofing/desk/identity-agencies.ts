import { Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The agencies at whose counters an officer checks identities. Refuses who does so at none (`not-at-a-counter`, 403). */
export function identityAgencies({ roles }: Principal): string[] {
  const agencies = roles.filter(({ role }) => role === 'identity').map(({ agencyId }) => agencyId);
  if (agencies.length === 0) throw new Refusal('not-at-a-counter', 403);
  return agencies;
}
