import { type Platform, Refusal, type Tx } from '#lib/platform';
import { PaymentOrder } from './payment-order.entity.js';

export interface Refunded {
  orderId: string;
  officerId: string;
  /** Of the slip by which the money was given back. */
  refundNumber: string;
  key: string;
}

/**
 * Keeps that the money of an order was given back. The same key again changes nothing; returns whether it was new. Refuses
 * an order whose money is not to be given back (`payment-settled`, 409). To be called in a transaction.
 */
export async function noteRefunded(tx: Tx, platform: Platform, refunded: Refunded): Promise<boolean> {
  const { orderId: id, officerId, refundNumber, key } = refunded;
  const orders = tx.getRepository(PaymentOrder);
  const order = await orders.findOneOrFail({ where: { id }, lock: { mode: 'for_no_key_update' } });
  if (order.refundKey === key) return false;
  if (order.state !== 'refund-due') throw new Refusal('payment-settled', 409);
  await orders.update(id, {
    state: 'refunded',
    refundNumber,
    refundedAt: platform.clock.now(),
    refundedBy: officerId,
    refundKey: key,
  });
  return true;
}
