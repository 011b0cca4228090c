import { Refusal, type Tx } from '#lib/platform';
import { shippedDefinitions } from '../definition/load-definitions.js';
import { standardDefinition } from '../definition/standard-definition.js';
import type { ProcedureFacts } from '../import/procedure-facts.js';
import { publishRevision } from './publish-revision.js';
import { Revision } from './revision.entity.js';

/**
 * The revision that a new application of a procedure starts on, published now if its definition is newer than what
 * stands. Refuses a procedure that is unknown (404) or has no online channel (`not-online`, 422).
 */
export async function revisionInForce(tx: Tx, code: string, now: Date): Promise<Revision> {
  const shipped = shippedDefinitions().get(code);
  if (shipped) return publishRevision(tx, shipped, now);
  const [row]: { facts: ProcedureFacts; online: boolean }[] = await tx.query(
    'SELECT facts, online FROM catalogue.procedure WHERE code = $1',
    [code],
  );
  if (!row) throw new Refusal('not-found', 404);
  if (!row.online) throw new Refusal('not-online', 422);
  return publishRevision(tx, standardDefinition(row.facts), now);
}

const known = new Map<string, Revision>();

/** The revision with this id. Revisions never change, so memory keeps those in use. */
export async function revisionById(tx: Tx, id: string): Promise<Revision> {
  const found = known.get(id) ?? (await tx.getRepository(Revision).findOneByOrFail({ id }));
  if (known.size > 5000) known.clear();
  known.set(id, found);
  return found;
}
