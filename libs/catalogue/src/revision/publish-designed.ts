import { IsNull, MoreThan, Not } from 'typeorm';
import { newId, Refusal, type Tx } from '#lib/platform';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { followRevisions } from '../procedure/follow-revisions.js';
import { findingsIn } from './findings-in.js';
import { daysAfter, lockRevisions, madeReady } from './publish-revision.js';
import { Revision } from './revision.entity.js';

/**
 * Publishes what designers made and approved as the next revision of its procedure, also where the same was published
 * before: in force from `from` on, or from now on where that has passed. One that was to come in force at the same
 * instant never does. Refuses a definition with findings (`definition-has-findings`, 422), and an instant before one
 * from which another revision will be in force (`publication-before-another`, 409).
 */
export async function publishDesigned(
  tx: Tx,
  written: ServiceDefinition,
  { from, now }: { from: Date; now: Date },
): Promise<Revision> {
  const { definition, fingerprint } = madeReady(written);
  const { code } = definition;
  const inForceFrom = from > now ? from : now;
  // Whoever is filing holds this lock shared until they are in.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060314))', [code]);
  await lockRevisions(tx, code);
  if ((await findingsIn(tx, definition, now)).length > 0) throw new Refusal('definition-has-findings', 422);
  const revisions = tx.getRepository(Revision);
  if (await revisions.existsBy({ code, inForceFrom: MoreThan(inForceFrom) }))
    throw new Refusal('publication-before-another', 409);
  const last = await revisions.findOne({ where: { code }, order: { number: 'DESC' } });
  // What was started on the same definition before goes on as it is.
  await revisions.update({ code, digest: fingerprint }, { filableUntil: null });
  const filableUntil = daysAfter(inForceFrom, definition.formerRevisionDays);
  await revisions.update({ code, inForceUntil: IsNull(), digest: Not(fingerprint) }, { filableUntil });
  await revisions.update({ code, inForceUntil: IsNull() }, { inForceUntil: inForceFrom });
  const id = newId();
  await revisions.insert({
    id,
    code,
    number: (last?.number ?? 0) + 1,
    digest: fingerprint,
    definition: definition as never,
    publishedAt: now,
    inForceFrom,
    inForceUntil: null,
    designed: true,
    filableUntil: null,
  });
  await followRevisions(tx, now);
  return revisions.findOneByOrFail({ id });
}
