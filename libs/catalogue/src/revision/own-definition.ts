import type { Tx } from '#lib/platform';
import { shippedDefinition } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import type { Procedure } from '../procedure/procedure.entity.js';
import { revisionById } from './revision-by-id.js';

/**
 * The definition somebody wrote for a procedure, as its row knows it: the designers' one that is in force, else the one
 * that ships; undefined where there is neither.
 */
export async function ownDefinition(
  tx: Tx,
  { code, revisionId }: Pick<Procedure, 'code' | 'revisionId'>,
): Promise<ServiceDefinition | undefined> {
  return revisionId ? (await revisionById(tx, revisionId)).definition : shippedDefinition(code);
}
