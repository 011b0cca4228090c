import { revisionById } from '#lib/catalogue';
import { type Agency, agencyById } from '#lib/organisations';
import type { LocalisedName, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { agenciesOf, rolesAt } from '../case-file/officer-roles.js';
import type { LegalEvent } from './legal-stage.js';
import type { Audience } from './notice-write.js';

/** A notice that a deadline is near or has passed. It says nothing of a person. */
export interface DeskNotice {
  applicationId: string;
  number: string;
  revisionId: string;
  /** Of the application; another than the reader's, where they are told as the agency above. */
  agencyId: string;
  audience: Audience;
  kind: LegalEvent;
  at: Date;
  dueAt: Date | null;
  promisedAt: Date | null;
}

export interface NoticeEntry extends DeskNotice {
  title: LocalisedName;
  agency: Agency;
}

const newest = 200;

/** The last notice to an officer about each application that is still open and whose clock runs, newest first. */
export async function readNotices(tx: Tx, officer: Pick<Principal, 'roles'>): Promise<DeskNotice[]> {
  const agencies = agenciesOf(officer);
  const heads = agencies.filter((id) => rolesAt(officer, id).includes('approver'));
  const rows: DeskNotice[] = await tx.query(
    `SELECT * FROM (
       SELECT DISTINCT ON (n.application_id)
              n.application_id AS "applicationId", a.number, a.revision_id AS "revisionId", a.agency_id AS "agencyId",
              n.audience, n.kind, n.at, a.due_at AS "dueAt", a.promised_at AS "promisedAt"
         FROM applications.notice n JOIN applications.application a ON a.id = n.application_id
        WHERE a.waits_for <> 'nobody' AND a.clock_stopped_at IS NULL AND n.at >= a.clock_started_at
          AND (n.agency_id = ANY($1) AND n.audience = 'officers' AND n.agency_id = a.agency_id
               OR n.agency_id = ANY($2) AND n.audience <> 'officers')
        ORDER BY n.application_id, n.sequence DESC, n.audience
     ) last ORDER BY at DESC, "applicationId" LIMIT ${newest}`,
    [agencies, heads],
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
