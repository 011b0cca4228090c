import { revisionById } from '#lib/catalogue';
import { type Agency, agencyById } from '#lib/organisations';
import { legalDate, type LocalisedName, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { workOf, workSql, workValues } from '../absence/absences-at.js';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import type { Audience, NoticeKind } from './notice-write.js';

/** A notice that a deadline is near or has passed. It says nothing of a person. */
export interface DeskNotice {
  applicationId: string;
  number: string;
  revisionId: string;
  /** Of the application; another than the reader's, where they are told as the agency above. */
  agencyId: string;
  audience: Audience;
  kind: NoticeKind;
  at: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
}

export interface NoticeEntry extends DeskNotice {
  title: LocalisedName;
  agency: Agency;
}

const newest = 200;

/**
 * The last notice to an officer about each application that is still open: that its deadline is near or has passed, while
 * its clock runs; that it lost its officer, while it has none. What is for the officers of an agency goes to the one who
 * works on it or stands in for them, to all of them where nobody does; to the head in any case. Newest first.
 */
export async function readNotices(
  tx: Tx,
  officer: Pick<Principal, 'id' | 'roles'>,
  now: Date,
): Promise<DeskNotice[]> {
  const agencies = agenciesOf(officer);
  const heads = agencies.filter((id) => rolesAt(officer, id).includes('approver'));
  const work = await workOf(tx, officer.id, agencies, legalDate(now));
  const rows: DeskNotice[] = await tx.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (n.application_id, n.kind = 'unassigned')
              n.application_id AS "applicationId", a.number, a.revision_id AS "revisionId", a.agency_id AS "agencyId",
              n.audience, n.kind, n.at, a.due_at AS "dueAt", a.promised_at AS "promisedAt"
         FROM applications.notice n JOIN applications.application a ON a.id = n.application_id
        WHERE a.waits_for <> 'nobody'
          AND CASE WHEN n.kind = 'unassigned' THEN a.assigned_to IS NULL
                   ELSE a.clock_stopped_at IS NULL AND n.at >= a.clock_started_at END
          AND (n.agency_id = a.agency_id AND n.audience = 'officers' AND n.agency_id = ANY($1)
                 AND (a.assigned_to IS NULL OR n.agency_id = ANY($2) OR (a.agency_id, a.assigned_to) IN (${workSql(3)}))
               OR n.audience = 'head' AND a.agency_id = ANY($2)
               OR n.agency_id = ANY($2) AND n.audience = 'superior')
        ORDER BY n.application_id, n.kind = 'unassigned', n.sequence DESC, n.audience
     ) last ORDER BY at DESC, "applicationId" LIMIT ${newest}`,
    [agencies, heads, ...workValues(work)],
  );
  return rows;
}

/** Notices with the words that belong to them. */
export async function withNoticeWords(tx: Tx, notices: DeskNotice[]): Promise<NoticeEntry[]> {
  const entries: NoticeEntry[] = [];
  for (const notice of notices) {
    const { definition } = await revisionById(tx, notice.revisionId);
    entries.push({
      ...notice,
      title: definition.title,
      agency: await agencyById(tx, notice.agencyId),
    });
  }
  return entries;
}
