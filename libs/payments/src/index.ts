import { defineRefusalTexts } from '#lib/platform';
import { CreatePayments1795400002800 } from './migrations/create-payments.js';
import { PaymentOrder } from './order/payment-order.entity.js';
import en from './order/refusals.en.json' with { type: 'json' };
import fr from './order/refusals.fr.json' with { type: 'json' };
import vi from './order/refusals.vi.json' with { type: 'json' };

export * from './order/confirm-received.js';
export * from './order/note-refunded.js';
export * from './order/orders.js';
export { PaymentOrder, type PaymentState } from './order/payment-order.entity.js';
export * from './order/request-payment.js';
export * from './order/return-payments.js';

defineRefusalTexts({ vi, en, fr });

export const paymentsEntities = [PaymentOrder];
export const paymentsMigrations = [CreatePayments1795400002800];
