import type { Localised, Platform, Tx } from '#lib/platform';
import { type EventRow, eventOf } from '../application/read-events.js';

/** Something an officer or the system did to an application of a person. */
export interface OfficialAct {
  at: Date;
  applicationId: string;
  actorKind: 'officer' | 'system';
  agencyId: string;
  /** What happened, in words. */
  past: Localised;
}

/** What others did to a person's applications, newest first: at most `limit` acts from before an instant. */
export async function officialActs(
  tx: Tx,
  platform: Platform,
  personId: string,
  before: Date,
  limit: number,
): Promise<OfficialAct[]> {
  const rows: EventRow[] = await tx.query(
    `SELECT event.* FROM applications.event JOIN applications.application ON id = application_id
      WHERE person_id = $1 AND actor_kind <> 'citizen' AND at < $2
      ORDER BY at DESC, application_id, sequence DESC LIMIT $3`,
    [personId, before, limit],
  );
  return rows.map((row) => {
    const { at, applicationId, agencyId, details, actor } = eventOf(
      platform.config.secrets.encryptionKey,
      row,
    );
    const actorKind = actor.kind === 'officer' ? 'officer' : 'system';
    return { at, applicationId, actorKind, agencyId, past: details.past };
  });
}
