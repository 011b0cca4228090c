import { isAdministrator } from '#lib/organisations';
import { type Localised, type Platform, Refusal, transaction } from '#lib/platform';
import { findProcedure } from '../procedure/find-procedure.js';
import { Withdrawal } from './withdrawal.entity.js';

export interface AskedWithdrawal {
  code: string;
  /** Not before now: what is past is now. */
  from: Date;
  reason: Localised;
  decision: string;
  followedBy?: string | undefined;
  /** Staff numbers of two administrators. */
  proposedBy: string;
  confirmedBy: string;
}

/**
 * Withdraws a procedure: from the instant on nobody starts or files an application. Whoever files in this moment is in
 * before it, or refused. Refuses a procedure or a successor that is unknown (`procedure-not-found`, 404), one that was
 * withdrawn (`already-withdrawn`, 409), and two administrators who are one person or none (`two-administrators`, 403).
 */
export function withdrawProcedure(platform: Platform, asked: AskedWithdrawal): Promise<Withdrawal> {
  const { code, from, followedBy, proposedBy, confirmedBy } = asked;
  return transaction(platform.database, async (tx) => {
    await findProcedure(tx, code);
    if (followedBy !== undefined) await findProcedure(tx, followedBy);
    const named = [...new Set([proposedBy, confirmedBy])];
    let administrators = 0;
    for (const staffNumber of named)
      if (await isAdministrator(tx, staffNumber, platform.clock.now())) administrators += 1;
    if (administrators < 2) throw new Refusal('two-administrators', 403);
    // Whoever is filing holds this lock shared until they are in.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060314))', [code]);
    const now = platform.clock.now();
    const withdrawals = tx.getRepository(Withdrawal);
    if (await withdrawals.existsBy({ code })) throw new Refusal('already-withdrawn', 409);
    await withdrawals.insert({
      code,
      reason: asked.reason,
      decision: asked.decision,
      proposedBy,
      confirmedBy,
      effectiveAt: from > now ? from : now,
      followedBy: followedBy ?? null,
      notedAt: now,
    });
    return withdrawals.findOneByOrFail({ code });
  });
}
