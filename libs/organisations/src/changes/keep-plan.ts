import type { Tx } from '#lib/platform';
import type { ChangePlan } from './plan-change.js';

/** Notes a change as carried out at an instant, and which place followed which by it. Again it changes nothing. */
export async function keepPlan(tx: Tx, { change, succession }: ChangePlan, at: Date): Promise<void> {
  await tx.query(
    `INSERT INTO organisations.change (id, title, effective_on, source, carried_out_at) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (id) DO NOTHING`,
    [change.id, JSON.stringify(change.title), change.effectiveOn, change.source, at],
  );
  await tx.query(
    `INSERT INTO organisations.place_succession (change_id, level, code, successor_level, successor_code, divided, same)
      SELECT $1, * FROM jsonb_to_recordset($2::jsonb) AS row (level text, code text, "successorLevel" text,
        "successorCode" text, divided boolean, same boolean)
      ON CONFLICT DO NOTHING`,
    [change.id, JSON.stringify(succession)],
  );
}
