import type { Tx } from '#lib/platform';
import type { PaymentOrder } from '../order/payment-order.entity.js';

/**
 * Whoever takes the money of an order. It may be told of the same order again; what it does then is the same. That
 * money came or went back, it reports by `confirmReceived` and `noteRefunded`.
 */
export interface PaymentProvider {
  /** Kept with each order. */
  readonly id: string;
  /** Money is asked for. Within the transaction that keeps the order. */
  ask(tx: Tx, order: PaymentOrder): Promise<void>;
  /** What was received is to be given back. Within the transaction that says so. */
  giveBack(tx: Tx, order: PaymentOrder): Promise<void>;
}
