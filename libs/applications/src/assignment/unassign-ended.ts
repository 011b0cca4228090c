import { v5 } from 'uuid';
import { revisionById } from '#lib/catalogue';
import { notHeld, officerNames, type WorkflowRole } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { recordAct } from '../act/record-act.js';
import { noticeWrite } from '../deadline/notice-write.js';
import { handlingRole } from './handling-role.js';

/** Open work of one officer at one agency under one revision. */
interface Work {
  agencyId: string;
  officerId: string;
  revisionId: string;
  role: WorkflowRole;
}

const batch = 200;

/**
 * What is with officers who no longer hold the role that works on it, because it was ended or its time ran out, becomes
 * nobody's, and their agency is told. Returns how many applications.
 */
export async function unassignEnded(platform: Platform): Promise<number> {
  const tx = platform.database.manager;
  const ended = await notHeld(tx, await assignedWork(tx), platform.clock.now());
  const names = await officerNames(tx, [...new Set(ended.map(({ officerId }) => officerId))]);
  let unassigned = 0;
  for (const work of ended)
    for (const { id, version } of await applicationsOf(tx, work))
      if (await unassign(tx, platform, { id, version, ...work, assignee: names.get(work.officerId) ?? '' }))
        unassigned += 1;
  return unassigned;
}

async function assignedWork(tx: Tx): Promise<Work[]> {
  const rows: Omit<Work, 'role'>[] = await tx.query(
    `SELECT DISTINCT agency_id AS "agencyId", assigned_to AS "officerId", revision_id AS "revisionId"
       FROM applications.application WHERE assigned_to IS NOT NULL AND waits_for <> 'nobody'`,
  );
  return Promise.all(
    rows.map(async (row) => {
      const { definition } = await revisionById(tx, row.revisionId);
      return { ...row, role: handlingRole(definition.workflow) };
    }),
  );
}

/** What is left over here, the next round takes. */
function applicationsOf(
  tx: Tx,
  { agencyId, officerId, revisionId }: Work,
): Promise<{ id: string; version: number }[]> {
  return tx.query(
    `SELECT id, version FROM applications.application
      WHERE agency_id = $1 AND assigned_to = $2 AND revision_id = $3 AND waits_for <> 'nobody' ORDER BY id LIMIT ${batch}`,
    [agencyId, officerId, revisionId],
  );
}

/** False where the application moved on meanwhile: the next round looks again. */
async function unassign(
  tx: Tx,
  platform: Platform,
  work: Work & { id: string; version: number; assignee: string },
): Promise<boolean> {
  try {
    await recordAct(tx, platform, {
      applicationId: work.id,
      type: 'unassign',
      version: work.version,
      idempotencyKey: v5(`${work.version}/unassign`, work.id),
      actor: { kind: 'system', id: null, name: '' },
      purpose: 'workflow',
      details: { assignee: work.assignee, assigneeId: work.officerId },
      change: { assignedTo: null },
      writes: [
        noticeWrite(
          [{ agencyId: work.agencyId, audience: 'officers', kind: 'unassigned' }],
          platform.clock.now(),
        ),
      ],
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return false;
    throw error;
  }
}
