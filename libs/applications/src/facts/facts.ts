import type { Platform, Tx } from '#lib/platform';
import { type GuardFacts, type Reading, readingsOf, type WorkflowDefinition } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { readChildren, readWhole } from '../children/read-children.js';
import { readConsulted } from '../consultation/read-consulted.js';
import { readPayment } from '../payment/read-payment.js';

type Read = Exclude<Reading, 'act'>;

/** Reads one kind of fact of an application. */
export type FactReader<R extends Read> = (
  tx: Tx,
  platform: Platform,
  application: Application,
) => Promise<NonNullable<GuardFacts[R]>>;

/** Where the facts of guards come from. */
export const factReaders: { [R in Read]: FactReader<R> } = {
  payment: readPayment,
  consultations: readConsulted,
  children: readChildren,
  whole: readWhole,
};

/** The facts that the guards of an event need here, beside what the act says; nothing is read that none asks for. */
export async function readFacts(
  tx: Tx,
  platform: Platform,
  application: Application,
  workflow: WorkflowDefinition,
  event: string,
): Promise<GuardFacts> {
  const readings = readingsOf(workflow, application.state, event).filter((one) => one !== 'act');
  const facts: Partial<Record<Reading, unknown>> = {};
  // One after the other: it may be a transaction, which is one connection.
  for (const one of readings) facts[one] = await factReaders[one](tx, platform, application);
  return facts as GuardFacts;
}
