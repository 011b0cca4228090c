import { cashier } from './cashier.js';
import type { PaymentProvider } from './payment-provider.js';

/** Everybody who takes money, by id. Orders name theirs, so that one may be replaced while orders are open. */
const providers: Readonly<Record<string, PaymentProvider>> = { [cashier.id]: cashier };

/** Who takes the money of new orders. */
export const usualProvider: PaymentProvider = cashier;

/** The provider of an order. A fault where it is gone: its orders must be settled first. */
export function providerOf({ provider }: { provider: string }): PaymentProvider {
  const found = providers[provider];
  if (!found) throw new Error(`Nobody takes payments as ${provider}`);
  return found;
}
