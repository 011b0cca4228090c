import { Refusal, uuid } from '#lib/platform';
import { textIn } from '#lib/web';

/** What a cashier typed about money that came or went. */
export interface TypedPayment {
  /** As typed; '' where none is asked for. */
  amount: string;
  /** NaN where it cannot be read. */
  amountDong: number;
  /** Of the receipt, or of the slip by which the money was given back. */
  number: string;
  key: string;
  errors: PaymentError[];
}

export type PaymentError = 'amount-missing' | 'receipt-missing' | 'refund-missing';

const longestNumber = 40;

/** Reads the cashier's form: `8.000`, `8 000 đ` and `8000` are the same amount. A key not ours is `bad-request` (400). */
export function readPaymentForm(body: unknown, what: 'receipt' | 'refund'): TypedPayment {
  const key = textIn(body, 'key').toLowerCase();
  if (!uuid.test(key)) throw new Refusal('bad-request', 400);
  const amount = textIn(body, 'amount').slice(0, 30);
  const number = textIn(body, 'number').replace(/\s+/g, ' ').slice(0, longestNumber);
  const bare = amount.replace(/(?:₫|đ|vnd|vnđ)$/iu, '').replace(/[\s.,]/gu, '');
  const amountDong = /^\d{1,13}$/.test(bare) ? Number(bare) : Number.NaN;
  const errors: PaymentError[] = [];
  if (what === 'receipt' && Number.isNaN(amountDong)) errors.push('amount-missing');
  if (number === '') errors.push(`${what}-missing`);
  return { amount, amountDong, number, key, errors };
}
