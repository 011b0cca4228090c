import { linkedDefinition, publishRevision, revisionById } from '#lib/catalogue';
import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { checkApplicant, insertDraft } from '../draft/start-draft.js';
import type { Link } from './link.js';
import { linkedAgency } from './linked-agency.js';
import { openRemedy } from './open-remedy.js';

/**
 * Starts the draft of what is filed about an application, or takes up the one that is open: two tabs are one draft.
 * Returns its id. Whoever filed the application under a mandate acts under it here too; those it was filed for act for
 * themselves. Refuses like `openRemedy`, `linkedAgency` and `checkApplicant`. To be called in a transaction.
 */
export async function startLinked(
  tx: Tx,
  platform: Platform,
  principal: Principal,
  original: Application,
  wanted: Pick<Link, 'kind' | 'act' | 'remote'>,
): Promise<string> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060011))', [original.id]);
  const mandateId = mandateOver(original, principal);
  const open = await openDraftAbout(tx, principal, original, wanted, mandateId);
  const { definition } = await revisionById(tx, original.revisionId);
  await openRemedy(tx, platform, original, wanted);
  await linkedAgency(tx, wanted, original, definition);
  if (open) {
    await tx.query('UPDATE applications.link SET remote = $2 WHERE id = $1', [open, wanted.remote]);
    return open;
  }
  const now = platform.clock.now();
  const revision = await publishRevision(tx, linkedDefinition(wanted.kind, definition), now);
  await checkApplicant(tx, platform, principal, revision, mandateId);
  const { id } = await insertDraft(tx, platform, principal, revision, mandateId);
  await tx.query(
    'INSERT INTO applications.link (id, original_id, kind, act, remote) VALUES ($1, $2, $3, $4, $5)',
    [id, original.id, wanted.kind, wanted.act, wanted.remote],
  );
  return id;
}

/** The mandate somebody filed an application under; null where they did so, or had it done, for themselves. */
export function mandateOver(
  { onBehalfOf, representedBy }: Pick<Application, 'onBehalfOf' | 'representedBy'>,
  person: Pick<Principal, 'id'>,
): string | null {
  return representedBy === person.id ? onBehalfOf : null;
}

async function openDraftAbout(
  tx: Tx,
  principal: Principal,
  original: Application,
  { kind, act }: Pick<Link, 'kind' | 'act'>,
  mandateId: string | null,
): Promise<string | undefined> {
  const [row]: { id: string }[] = await tx.query(
    `SELECT id FROM applications.link JOIN applications.draft USING (id)
      WHERE original_id = $1 AND kind = $2 AND act IS NOT DISTINCT FROM $3 AND person_id = $4
        AND on_behalf_of IS NOT DISTINCT FROM $5 AND submitted_at IS NULL`,
    [original.id, kind, act, principal.id, mandateId],
  );
  return row?.id;
}
