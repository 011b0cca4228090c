import { Refusal, type Tx } from '#lib/platform';
import type { KnownDefinitions } from '../definition/check-children.js';
import { shippedDefinition } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { standardDefinition } from '../definition/standard-definition.js';
import { findProcedure } from '../procedure/find-procedure.js';
import { designedInForce } from './designed-in-force.js';

/** The definitions of what a definition opens, of what these open, and so on, by code; unknown ones are missing. */
export async function definitionsOpened(
  tx: Tx,
  definition: ServiceDefinition,
  now: Date,
): Promise<KnownDefinitions> {
  const known = new Map<string, ServiceDefinition>();
  const look = async ({ children = [] }: ServiceDefinition): Promise<void> => {
    const codes = children.flatMap(({ code, ifStopped }) =>
      ifStopped === 'stays' ? [code] : [code, ifStopped.undoneBy.code],
    );
    for (const code of codes) {
      if (known.has(code)) continue;
      const found = await definitionOf(tx, code, now);
      if (!found) continue;
      known.set(code, found);
      await look(found);
    }
  };
  await look(definition);
  return known;
}

async function definitionOf(tx: Tx, code: string, now: Date): Promise<ServiceDefinition | undefined> {
  const designed = await designedInForce(tx, code, now);
  if (designed) return designed.definition;
  const shipped = shippedDefinition(code);
  if (shipped) return shipped;
  return findProcedure(tx, code).then(
    ({ facts }) => standardDefinition(facts),
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'procedure-not-found') return undefined;
      throw error;
    },
  );
}
