import type { Platform } from '#lib/platform';

/** Makes a job of each text message that waits, in one statement: it counts as queued exactly when its job is there. Returns how many. */
export async function relayPhoneNotices({ database }: Platform): Promise<number> {
  const rows: unknown[] = await database.query(
    `WITH waiting AS (
       UPDATE identity.phone_notice SET queued = true WHERE id IN (
         SELECT id FROM identity.phone_notice WHERE NOT queued ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED
       ) RETURNING id
     )
     SELECT graphile_worker.add_job('send-phone-notice', json_build_object('id', id)) FROM waiting`,
  );
  return rows.length;
}
