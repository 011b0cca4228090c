import { In, LessThanOrEqual } from 'typeorm';
import { Refusal, type Tx } from '#lib/platform';
import { Revision } from '../revision/revision.entity.js';
import { Withdrawal } from './withdrawal.entity.js';

/**
 * The condition, within the statement that files at `at`, that the procedure is not withdrawn and that its revision may
 * still be filed under; each named by its parameter.
 */
export function acceptsSql(code: string, revisionId: string, at: string): string {
  return `catalogue.accepts(${code}, ${revisionId}, ${at})`;
}

/** Whether and from when a procedure is withdrawn. */
export async function withdrawalOf(tx: Tx, code: string): Promise<Withdrawal | undefined> {
  return (await tx.getRepository(Withdrawal).findOneBy({ code })) ?? undefined;
}

/** Those of some procedures that are withdrawn at an instant. */
export async function withdrawnAmong(tx: Tx, codes: string[], now: Date): Promise<ReadonlySet<string>> {
  const rows = await tx
    .getRepository(Withdrawal)
    .findBy({ code: In(codes), effectiveAt: LessThanOrEqual(now) });
  return new Set(rows.map(({ code }) => code));
}

/** Refuses a procedure that is withdrawn (`procedure-withdrawn`, 410). */
export async function refuseWithdrawn(tx: Tx, code: string, now: Date): Promise<void> {
  const withdrawal = await withdrawalOf(tx, code);
  if (withdrawal && withdrawal.effectiveAt <= now) throw new Refusal('procedure-withdrawn', 410);
}

/**
 * Refuses to file under what does not take applications any more: a procedure that is withdrawn, or a revision that
 * another one followed too long ago (`revision-superseded`, 409).
 */
export async function refuseWhatIsNotFiled(tx: Tx, revisionId: string, now: Date): Promise<void> {
  const { code, filableUntil } = await tx.getRepository(Revision).findOneByOrFail({ id: revisionId });
  await refuseWithdrawn(tx, code, now);
  if (filableUntil && filableUntil <= now) throw new Refusal('revision-superseded', 409);
}
