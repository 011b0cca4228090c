import { feeFor, revisionById } from '#lib/catalogue';
import { ordersOf, type PaymentOrder } from '#lib/payments';
import { legalDate, type Tx } from '#lib/platform';
import { readAnswers } from '../application/answers.js';
import type { FactReader } from '../facts/facts.js';

/** What is asked for and what was received; before anything was asked for, the fee that the procedure states. */
export const readPayment: FactReader<'payment'> = async (tx, platform, { id, revisionId, filedAt }) => {
  const orders = await ordersOf(tx, id);
  if (orders.length === 0) {
    const { definition } = await revisionById(tx, revisionId);
    const { amountDong = 0 } = feeFor(definition, await readAnswers(tx, platform, id), legalDate(filedAt));
    return { dueDong: amountDong, paidDong: 0 };
  }
  const sum = (...states: PaymentOrder['state'][]) =>
    orders.filter(({ state }) => states.includes(state)).reduce((all, { amountDong }) => all + amountDong, 0);
  return { dueDong: sum('due', 'paid'), paidDong: sum('paid') };
};

/** Until when an application's fee is to be paid: the deadline of the step it is in, if that has one. */
export async function payableUntil(tx: Tx, applicationId: string): Promise<Date | undefined> {
  const [row]: { due_at: Date }[] = await tx.query(
    `SELECT due_at FROM applications.deadline WHERE application_id = $1 AND kind = 'step' ORDER BY due_at LIMIT 1`,
    [applicationId],
  );
  return row?.due_at;
}
