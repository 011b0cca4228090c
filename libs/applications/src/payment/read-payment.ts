import { feeFor, revisionById, type ServiceDefinition } from '#lib/catalogue';
import type { Answers } from '#lib/forms';
import { ordersOf, type PaymentOrder } from '#lib/payments';
import { legalDate, type Tx } from '#lib/platform';
import type { GuardFacts } from '#lib/workflow';
import { readAnswers } from '../application/answers.js';
import type { FactReader } from '../facts/facts.js';

/** What is asked for and what was received; before anything was asked for, the fee that the procedure states. */
export const readPayment: FactReader<'payment'> = async (tx, platform, { id, revisionId, filedAt }) => {
  const orders = await ordersOf(tx, id);
  if (orders.length > 0) return paymentOf(orders, 0);
  const { definition } = await revisionById(tx, revisionId);
  return paymentOf([], statedDong(definition, await readAnswers(tx, platform, id), filedAt));
};

/** The same of what was read already; `stated` counts where nothing was asked for. In dong. */
export function paymentOf(orders: PaymentOrder[], stated: number): NonNullable<GuardFacts['payment']> {
  if (orders.length === 0) return { dueDong: stated, paidDong: 0 };
  const sum = (...states: PaymentOrder['state'][]) =>
    orders.filter(({ state }) => states.includes(state)).reduce((all, { amountDong }) => all + amountDong, 0);
  return { dueDong: sum('due', 'paid'), paidDong: sum('paid') };
}

/** The fee that a procedure states for an application; 0 where it states none. */
export function statedDong(definition: ServiceDefinition, answers: Answers, filedAt: Date): number {
  return feeFor(definition, answers, legalDate(filedAt)).amountDong ?? 0;
}

/** Until when an application's fee is to be paid: the deadline of the step it is in, if that has one. */
export async function payableUntil(tx: Tx, applicationId: string): Promise<Date | undefined> {
  const [row]: { due_at: Date }[] = await tx.query(
    `SELECT due_at FROM applications.deadline WHERE application_id = $1 AND kind = 'step' ORDER BY due_at LIMIT 1`,
    [applicationId],
  );
  return row?.due_at;
}
