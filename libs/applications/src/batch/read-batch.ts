import { revisionById } from '#lib/catalogue';
import { officersHolding } from '#lib/organisations';
import { type LocalisedName, type Platform, Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';
import { stateOf, type StateDefinition, type StateValue } from '#lib/workflow';
import { type Conflict, conflictsAmong } from '../act/refuse-own-matter.js';
import type { BatchAct } from './make-batch.js';

/** An application that was chosen, and what came of it. It says nothing of whose it is. */
export interface BatchItem {
  applicationId: string;
  number: string;
  title: LocalisedName;
  standing: StateDefinition;
  /** As it was chosen, and as it is. */
  version: number;
  versionNow: number;
  idempotencyKey: string;
  /** `done`, or the code of the refusal; null while it was not tried. */
  outcome: string | null;
  /** What keeps the officer from it. */
  conflict: Conflict;
}

/** An act on many applications, as its officer made it. */
export interface Batch {
  id: string;
  act: BatchAct;
  assigneeId: string | null;
  begun: boolean;
  items: BatchItem[];
  /** To whom they can be given, where that is the act. */
  officers: { id: string; fullName: string }[];
}

interface Row {
  applicationId: string;
  number: string;
  revisionId: string;
  agencyId: string;
  state: StateValue;
  version: number;
  versionNow: number;
  idempotencyKey: string;
  outcome: string | null;
}

/** The batch with this id, for whoever made it; for others there is none (`not-found`, 404). */
export async function readBatch(platform: Platform, officer: Principal, id: string): Promise<Batch> {
  const { manager } = platform.database;
  const [batch]: Omit<Batch, 'items' | 'officers'>[] = await manager.query(
    `SELECT id, act, assignee_id AS "assigneeId", begun_at IS NOT NULL AS begun
       FROM applications.batch WHERE id = $1 AND officer_id = $2`,
    [id, officer.id],
  );
  if (!batch) throw new Refusal('not-found', 404);
  const rows: Row[] = await manager.query(
    `SELECT application_id AS "applicationId", number, revision_id AS "revisionId", agency_id AS "agencyId", state,
            item.version, a.version AS "versionNow", idempotency_key AS "idempotencyKey", outcome
       FROM applications.batch_item item JOIN applications.application a ON a.id = application_id
      WHERE batch_id = $1 ORDER BY nth`,
    [id],
  );
  const conflicts = await conflictsAmong(
    manager,
    officer.id,
    rows.map(({ applicationId }) => applicationId),
  );
  const items = await Promise.all(
    rows.map(async ({ revisionId, agencyId: _, state, ...row }) => {
      const conflict = conflicts.get(row.applicationId);
      if (!conflict) throw new Error(`Nobody knows whose matter ${row.applicationId} is`);
      const { definition } = await revisionById(manager, revisionId);
      return { ...row, conflict, title: definition.title, standing: stateOf(definition.workflow, state) };
    }),
  );
  const agencyIds = batch.act === 'assign' ? [...new Set(rows.map(({ agencyId }) => agencyId))] : [];
  const holders = await Promise.all(
    agencyIds.map((agencyId) => officersHolding(manager, agencyId, 'case', platform.clock.now())),
  );
  const officers = new Map(holders.flat().map((each) => [each.id, each]));
  return { ...batch, items, officers: [...officers.values()] };
}
