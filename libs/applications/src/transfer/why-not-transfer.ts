import type { ServiceDefinition } from '#lib/catalogue';
import { ordersOf } from '#lib/payments';
import type { Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';
import { isDecided } from '../application/is-decided.js';
import { consultedNow } from '../consultation/read-consulted.js';

/**
 * Why an application can go to no other agency: what is about another application lies where that one says
 * (`transfer-never`), and what is decided stays with who decided (`transfer-too-late`). Undefined where it can go.
 */
export function whyNeverTransferred(
  { authority }: Pick<ServiceDefinition, 'authority'>,
  application: Pick<Application, 'status' | 'waitsFor'>,
): string | undefined {
  if (authority === 'linked') return 'transfer-never';
  return isDecided(application) ? 'transfer-too-late' : undefined;
}

/** The same, and whether something hangs on its agency just now that others wait for (`transfer-not-now`). */
export async function whyNotTransferred(
  tx: Tx,
  definition: ServiceDefinition,
  application: Application,
): Promise<string | undefined> {
  const never = whyNeverTransferred(definition, application);
  if (never) return never;
  const money = (await ordersOf(tx, application.id)).some(({ state }) => state === 'due' || state === 'paid');
  const asked = (await consultedNow(tx, application.id)).length > 0;
  return application.waitsFor === 'system' || money || asked ? 'transfer-not-now' : undefined;
}
