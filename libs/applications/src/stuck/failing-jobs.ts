import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';

/** Something that was to follow from an act and failed: it is tried again by itself, less and less often. */
export interface FailingJob {
  id: string;
  task: string;
  /** Undefined for what concerns no application, such as a mail. */
  application: { id: string; number: string; agencyId: string } | undefined;
  attempts: number;
  /** It is not tried again by itself. */
  givenUp: boolean;
  since: Date;
  nextAt: Date;
  /** As the program said it: for `errorWords`, never for a page. */
  error: string;
}

/** The jobs of one kind that fail. */
export interface FailingKind {
  task: string;
  count: number;
}

export const shownAtMost = 100;

/** What an administrator sees: what concerns applications of their agencies, and what concerns none. */
const seen = `FROM jobs.failing f LEFT JOIN applications.application a ON a.id = f.application_id
   WHERE (f.application_id IS NULL OR a.agency_id = ANY($1))`;

/** How many jobs fail, by kind, the most frequent first. */
export function countFailing(tx: Tx, agencyIds: string[]): Promise<FailingKind[]> {
  return tx.query(`SELECT task, count(*)::int AS count ${seen} GROUP BY task ORDER BY count DESC, task`, [
    agencyIds,
  ]);
}

/** Up to 100 jobs that fail, the oldest first. */
export async function failingJobs(tx: Tx, agencyIds: string[]): Promise<FailingJob[]> {
  const rows: (Omit<FailingJob, 'application'> & {
    applicationId?: string;
    number: string;
    agencyId: string;
  })[] = await tx.query(
    `SELECT f.id, f.task, a.id AS "applicationId", a.number, a.agency_id AS "agencyId", f.attempts,
              f.given_up AS "givenUp", f.since, f.next_at AS "nextAt", f.error
         ${seen} ORDER BY f.since, f.id LIMIT ${shownAtMost}`,
    [agencyIds],
  );
  return rows.map(({ applicationId: id, number, agencyId, ...job }) => ({
    ...job,
    application: id ? { id, number, agencyId } : undefined,
  }));
}

/** Has one job or all of a kind tried again at once, of those they see; returns how many. */
export async function retryFailing(
  tx: Tx,
  agencyIds: string[],
  which: { job: string } | { kind: string },
): Promise<number> {
  const [condition, value] = 'job' in which ? ['f.id = $2::bigint', which.job] : ['f.task = $2', which.kind];
  const [retried]: [{ count: string }] = await tx.query(
    `SELECT jobs.retry(ARRAY(SELECT f.id ${seen} AND ${condition})) AS count`,
    [agencyIds, value],
  );
  return Number(retried.count);
}

/** The agencies whose administrator an officer is. */
export function administeredBy({ roles }: Pick<Principal, 'roles'>): string[] {
  return [...new Set(roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId))];
}
