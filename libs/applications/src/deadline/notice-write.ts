import type { StepWrite } from '../act/store-step.js';
import type { LegalEvent } from './legal-stage.js';

/** Who of an agency a notice is for: all who handle applications, its head, or its head as the agency above. */
export type Audience = 'officers' | 'head' | 'superior';

/** What a notice says: what the legal clock does, or that an application lost the officer who worked on it. */
export type NoticeKind = LegalEvent | 'unassigned';

/** A notice to the officers of an agency. */
export interface Notice {
  agencyId: string;
  audience: Audience;
  kind: NoticeKind;
}

/** Puts notices before officers exactly when the step is stored. */
export function noticeWrite(notices: Notice[], at: Date): StepWrite {
  return {
    sql: `notice AS (
      INSERT INTO applications.notice (application_id, sequence, agency_id, audience, kind, at)
      SELECT id, version, row."agencyId", row.audience, row.kind, noticed_at
        FROM moved, jsonb_to_recordset(notices) AS row ("agencyId" uuid, audience text, kind text)
    )`,
    values: {
      notices: { type: 'jsonb', value: JSON.stringify(notices) },
      noticed_at: { type: 'timestamptz', value: at },
    },
  };
}
