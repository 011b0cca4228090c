import { newId, type Platform, Refusal, transaction } from '#lib/platform';
import { type Principal, textIn, textsIn } from '#lib/web';
import { agenciesOf } from '../case-file/officer-roles.js';

export const batchActs = ['receive', 'assign', 'return-result'] as const;
export type BatchAct = (typeof batchActs)[number];

export const mostAtOnce = 100;

const chosen = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([1-9]\d{0,8})$/;

/**
 * Keeps what an officer chose from a list, in the versions they saw, each with a key of its own. Returns the id. What is
 * with other agencies does not exist for them and is left out.
 * Refuses an act that is none (`bad-request`, 400), nothing chosen (`nothing-chosen`, 422), and more than a hundred
 * (`too-many-at-once`, 422): nobody looks through more before they confirm.
 */
export async function makeBatch(platform: Platform, officer: Principal, body: unknown): Promise<string> {
  const act = batchActs.find((each) => each === textIn(body, 'act'));
  if (!act) throw new Refusal('bad-request', 400);
  const seen = new Map(
    textsIn(body, 'application').flatMap((value) => {
      const [, id, version] = chosen.exec(value) ?? [];
      return id && version ? [[id, Number(version)] as const] : [];
    }),
  );
  if (seen.size > mostAtOnce)
    throw new Refusal('too-many-at-once', 422, { most: mostAtOnce, count: seen.size });
  const id = newId();
  const kept = await transaction(platform.database, async (tx) => {
    await tx.query('INSERT INTO applications.batch (id, officer_id, act, made_at) VALUES ($1, $2, $3, $4)', [
      id,
      officer.id,
      act,
      platform.clock.now(),
    ]);
    const rows: unknown[] = await tx.query(
      `INSERT INTO applications.batch_item (batch_id, nth, application_id, version, idempotency_key)
        SELECT $1::uuid, nth, a.id, seen.version, gen_random_uuid()
          FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS seen (id, version, nth)
          JOIN applications.application a ON a.id = seen.id WHERE a.agency_id = ANY($4)
       RETURNING nth`,
      [id, [...seen.keys()], [...seen.values()], [...agenciesOf(officer), ...administered(officer)]],
    );
    if (rows.length === 0) throw new Refusal('nothing-chosen', 422);
    return id;
  });
  return kept;
}

function administered({ roles }: Principal): string[] {
  return roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
}
