import type { Platform } from '#lib/platform';

const batch = 500;

/**
 * Makes a mail job of each inbox entry that had none, where its person has a verified address and wants mail, and of
 * each code that waits: in one statement, so that nothing is queued twice. All mail goes through one queue behind
 * everything else: however long a mail server takes, three of the worker's four hands stay free. Returns how many.
 */
export async function relayMail(platform: Platform): Promise<number> {
  const [relayed]: { carried: number }[] = await platform.database.query(
    `WITH news AS (
       UPDATE notifications.inbox_entry SET mail_relayed_at = $1 WHERE id IN (
         SELECT id FROM notifications.inbox_entry WHERE mail_relayed_at IS NULL
          ORDER BY at LIMIT ${batch} FOR UPDATE SKIP LOCKED
       ) RETURNING id, person_id
     ), codes AS (
       UPDATE notifications.contact_address SET pending_relayed_at = $1 WHERE person_id IN (
         SELECT person_id FROM notifications.contact_address
          WHERE pending_id IS NOT NULL AND pending_relayed_at IS NULL LIMIT ${batch} FOR UPDATE SKIP LOCKED
       ) RETURNING pending_id
     ), notices AS (
       SELECT graphile_worker.add_job('mail-notice', json_build_object('entryId', news.id),
                queue_name := 'mail', priority := 10) AS job
         FROM news JOIN notifications.contact_address USING (person_id)
        WHERE verified_at IS NOT NULL AND notices
     ), code_mails AS (
       SELECT graphile_worker.add_job('mail-code', json_build_object('codeId', pending_id),
                queue_name := 'mail', priority := 5) AS job
         FROM codes
     )
     SELECT ((SELECT count(*) FROM news) + (SELECT count(*) FROM codes))::int AS carried,
            (SELECT count(job) FROM notices) AS notices, (SELECT count(job) FROM code_mails) AS codes`,
    [platform.clock.now()],
  );
  return relayed?.carried ?? 0;
}
