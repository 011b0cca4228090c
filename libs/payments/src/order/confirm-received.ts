import { type Platform, Refusal, type Tx } from '#lib/platform';
import { PaymentOrder } from './payment-order.entity.js';

export interface Received {
  orderId: string;
  /** The cashier; that they are one at the agency, the caller has checked. */
  officerId: string;
  amountDong: number;
  receiptNumber: string;
  /** Made with the form that is posted, so that a repeated POST is one payment. */
  key: string;
}

/**
 * Keeps that the money of an order is there. The same key again changes nothing; returns whether it was new. Refuses another amount than the one
 * asked for (`amount-differs`, 422), a receipt number used before at the agency (`receipt-number-used`, 409), and an
 * order that is no longer due (`payment-settled`, 409). To be called in a transaction.
 */
export async function confirmReceived(tx: Tx, platform: Platform, received: Received): Promise<boolean> {
  const { orderId: id, officerId, amountDong, receiptNumber, key } = received;
  const orders = tx.getRepository(PaymentOrder);
  const order = await orders.findOneOrFail({ where: { id }, lock: { mode: 'for_no_key_update' } });
  if (order.confirmKey === key) return false;
  if (order.state !== 'due') throw new Refusal('payment-settled', 409);
  if (order.amountDong !== amountDong) throw new Refusal('amount-differs', 422);
  const { agencyId } = order;
  // Two at once: the second waits here for the first, and then sees the number.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060280))', [agencyId]);
  if (await orders.existsBy({ agencyId, receiptNumber })) throw new Refusal('receipt-number-used', 409);
  await orders.update(id, {
    state: 'paid',
    receiptNumber,
    paidAt: platform.clock.now(),
    confirmedBy: officerId,
    confirmKey: key,
  });
  return true;
}
