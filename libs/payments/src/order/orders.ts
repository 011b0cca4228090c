import { In } from 'typeorm';
import { Refusal, type Tx } from '#lib/platform';
import { PaymentOrder } from './payment-order.entity.js';

const mostSettled = 50;

/** What was asked for an application, oldest first. */
export function ordersOf(tx: Tx, applicationId: string): Promise<PaymentOrder[]> {
  return tx.getRepository(PaymentOrder).find({ where: { applicationId }, order: { sequence: 'ASC' } });
}

/** The orders of some agencies: all that wait for money to come or to go back, oldest first, and the last settled. */
export async function ordersAt(
  tx: Tx,
  agencyIds: string[],
): Promise<{ waiting: PaymentOrder[]; settled: PaymentOrder[] }> {
  const orders = tx.getRepository(PaymentOrder);
  const agencyId = In(agencyIds);
  const waiting = await orders.find({
    where: { agencyId, state: In(['due', 'refund-due']) },
    order: { askedAt: 'ASC' },
  });
  const settled = await orders.find({
    where: { agencyId, state: In(['paid', 'refunded']) },
    order: { paidAt: 'DESC' },
    take: mostSettled,
  });
  return { waiting, settled };
}

/** An order of one of some agencies; another does not exist for them (`not-found`, 404). */
export async function orderAt(tx: Tx, agencyIds: string[], id: string): Promise<PaymentOrder> {
  const order = await tx.getRepository(PaymentOrder).findOneBy({ id, agencyId: In(agencyIds) });
  if (!order) throw new Refusal('not-found', 404);
  return order;
}
