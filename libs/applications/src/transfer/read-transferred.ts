import { revisionById } from '#lib/catalogue';
import type { Localised, LocalisedName, Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { type EventRow, eventOf } from '../application/read-events.js';
import { agenciesOf } from '../case-file/officer-roles.js';

/** That an application left an agency: what its officers may still know of it, and nothing of whose it is. */
export interface Transferred {
  applicationId: string;
  number: string;
  title: LocalisedName;
  at: Date;
  /** Where it went. */
  agency: Localised;
  officer: string;
  reason: string;
}

const newest = 200;

/** What left the agencies of an officer for others, the last first; of one application, if it is named. */
export async function readTransferred(
  tx: Tx,
  platform: Platform,
  officer: Pick<Principal, 'roles'>,
  applicationId?: string,
): Promise<Transferred[]> {
  const agencyIds = agenciesOf(officer);
  const rows: (EventRow & { number: string; revision_id: string })[] = await tx.query(
    `SELECT e.*, a.number, a.revision_id
       FROM applications.event e JOIN applications.application a ON a.id = e.application_id
      WHERE e.type = 'transfer' AND e.agency_id = ANY($1) AND NOT a.agency_id = ANY($1)
        AND ($2::uuid IS NULL OR e.application_id = $2)
      ORDER BY e.at DESC, e.application_id LIMIT ${newest}`,
    [agencyIds, applicationId ?? null],
  );
  return Promise.all(
    rows.map(async (row) => {
      const { at, details, actor } = eventOf(platform.config.secrets.encryptionKey, row);
      const { definition } = await revisionById(tx, row.revision_id);
      return {
        applicationId: row.application_id,
        number: row.number,
        title: definition.title,
        at,
        agency: details.agency as Localised,
        officer: actor.name,
        reason: details.reason as string,
      };
    }),
  );
}
