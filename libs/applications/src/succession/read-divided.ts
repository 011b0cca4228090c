import { recordAccess } from '#lib/audit';
import { revisionById } from '#lib/catalogue';
import type { AddressAnswer } from '#lib/forms';
import type { DividedAgency } from '#lib/organisations';
import { legalDate, type LocalisedName, type Platform, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { readAnswers } from '../application/answers.js';
import { routeAddress } from '../application/route-address.js';
import { suggestSuccessor } from './suggest-successor.js';

export const placedAtOnce = 25;

/** An open application of a divided agency, as far as choosing needs it. */
export interface UnplacedApplication {
  id: string;
  number: string;
  version: number;
  procedure: LocalisedName;
  /** Where its matter is, as answered, and on which legal day. */
  address: AddressAnswer | undefined;
  day: string;
  suggestion: string | undefined;
}

/** The applications of a divided agency to be placed next. That an officer saw their addresses is recorded. */
export async function readDivided(
  platform: Platform,
  officer: Principal,
  { agency, successors }: DividedAgency,
): Promise<UnplacedApplication[]> {
  return platform.database.transaction(async (tx) => {
    const rows: Row[] = await tx.query(
      `SELECT id, number, version, revision_id AS "revisionId", person_id AS "personId", filed_at AS "filedAt"
         FROM applications.application WHERE agency_id = $1 AND waits_for <> 'nobody'
        ORDER BY due_at NULLS LAST, id LIMIT ${placedAtOnce}`,
      [agency.id],
    );
    await recordAccess(
      tx,
      rows.map(({ id, personId }) => ({
        at: platform.clock.now(),
        actorKind: 'officer' as const,
        actorId: officer.id,
        actorRoles: ['administrator'],
        agencyId: agency.id,
        purpose: 'administration',
        subjectPersonId: personId,
        caseId: id,
        what: 'queue-row' as const,
      })),
    );
    const found: UnplacedApplication[] = [];
    for (const row of rows) found.push(await unplaced(tx, platform, row, successors));
    return found;
  });
}

interface Row {
  id: string;
  number: string;
  version: number;
  revisionId: string;
  personId: string;
  filedAt: Date;
}

async function unplaced(
  tx: Tx,
  platform: Platform,
  { id, number, version, revisionId, filedAt }: Row,
  successors: DividedAgency['successors'],
): Promise<UnplacedApplication> {
  const { definition } = await revisionById(tx, revisionId);
  const address = routeAddress(definition, await readAnswers(tx, platform, id));
  const day = legalDate(filedAt);
  const suggestion = suggestSuccessor(address, day, successors);
  return { id, number, version, procedure: definition.title, address, day, suggestion };
}
