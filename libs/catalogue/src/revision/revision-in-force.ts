import { defineRefusalTexts, Refusal, type Tx } from '#lib/platform';
import { shippedDefinition } from '../definition/load-definitions.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { standardDefinition } from '../definition/standard-definition.js';
import { findProcedure } from '../procedure/find-procedure.js';
import { isOfferedOnline } from '../procedure/is-offered-online.js';
import { refuseWithdrawn } from '../withdrawal/refuse-what-is-not-filed.js';
import { designedInForce } from './designed-in-force.js';
import { publishRevision } from './publish-revision.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };
import { Revision } from './revision.entity.js';
import { warnOfMissingOfficers } from './warn-of-missing-officers.js';

defineRefusalTexts({ vi, en, fr });

/**
 * The revision that a new application of a procedure starts on, published now if its definition is newer than what
 * stands; where designers published one, theirs. Refuses a procedure that is unknown (`procedure-not-found`, 404), or that is not offered online
 * (`not-online`, 422) or no longer (`procedure-withdrawn`, 410).
 */
export async function revisionInForce(tx: Tx, code: string, now: Date): Promise<Revision> {
  const designed = await designedInForce(tx, code, now);
  if (designed) {
    await refuseWithdrawn(tx, code, now);
    return designed;
  }
  const shipped = shippedDefinition(code);
  const procedure = shipped ? undefined : await findProcedure(tx, code);
  await refuseWithdrawn(tx, code, now);
  if (shipped) return publish(tx, shipped, now);
  if (!procedure?.online || !isOfferedOnline(procedure)) throw new Refusal('not-online', 422);
  return publish(tx, standardDefinition(procedure.facts), now);
}

async function publish(tx: Tx, definition: ServiceDefinition, now: Date): Promise<Revision> {
  const revision = await publishRevision(tx, definition, now);
  if (revision.publishedAt.getTime() === now.getTime()) await warnOfMissingOfficers(tx, revision, now);
  return revision;
}

/** The revision of a procedure with this number, or undefined. */
export async function revisionNumbered(tx: Tx, code: string, number: number): Promise<Revision | undefined> {
  return (await tx.getRepository(Revision).findOneBy({ code, number })) ?? undefined;
}
