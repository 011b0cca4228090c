import type { Tx } from '#lib/platform';
import { providerOf } from '../provider/providers.js';
import { PaymentOrder } from './payment-order.entity.js';

/**
 * Nothing is to be paid for an application any more: what was asked for before event `sequence` and not paid is
 * cancelled, what was paid is to be given back. Running it again changes nothing. To be called in a transaction.
 */
export async function returnPayments(tx: Tx, applicationId: string, sequence: number): Promise<void> {
  await tx.query(
    `UPDATE payments.payment_order SET state = CASE state WHEN 'paid' THEN 'refund-due' ELSE 'cancelled' END
      WHERE application_id = $1 AND sequence < $2 AND state IN ('due', 'paid')`,
    [applicationId, sequence],
  );
  const owed = await tx.getRepository(PaymentOrder).findBy({ applicationId, state: 'refund-due' });
  for (const order of owed) await providerOf(order).giveBack(tx, order);
}
