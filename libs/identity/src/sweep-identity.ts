import type { Tx } from '#lib/platform';

/** Tables whose rows are of no use once they have expired. */
const tables = [
  'challenge',
  'session',
  'sign_up',
  'sign_in_request',
  'pending_federation',
  'counter_request',
  'counter_matter',
  'phone_code',
  'openid_item',
  'consent_grant',
] as const;

/** How long a removed passkey and a device are recognised: a little more than a year, for who comes once a year. */
const recognisedDays = 400;

/** Deletes what has expired: challenges, sessions, sign-ups, sign-ins elsewhere and of other systems, requests at counters, counted tries. For the worker, from time to time. */
export async function sweepIdentity(tx: Tx, now: Date): Promise<void> {
  for (const table of tables) await tx.query(`DELETE FROM identity.${table} WHERE expires_at < $1`, [now]);
  const longAgo = new Date(now.getTime() - recognisedDays * 86_400_000);
  await tx.query('DELETE FROM identity.removed_passkey WHERE removed_at < $1', [longAgo]);
  await tx.query('DELETE FROM identity.known_device WHERE last_seen_at < $1', [longAgo]);
  await tx.query('DELETE FROM identity.device_notice WHERE at < $1', [longAgo]);
  await tx.query('DELETE FROM identity.throttle WHERE expire < $1', [now.getTime()]);
}
