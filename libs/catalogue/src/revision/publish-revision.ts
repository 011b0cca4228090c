import { expandForm } from '#lib/forms';
import { canonicalForm, digest, newId, type Tx } from '#lib/platform';
import { withWords } from '#lib/workflow';
import { checkDefinition } from '../definition/check-definition.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { Revision } from './revision.entity.js';

/**
 * Publishes a definition as the next revision of its procedure and returns it; one that is in force already is
 * returned as it is. What is published holds all its words, fields and lists. A definition with findings is a fault
 * here: rooms where definitions are made check before.
 */
export async function publishRevision(tx: Tx, written: ServiceDefinition, now: Date): Promise<Revision> {
  const definition = { ...written, form: expandForm(written.form), workflow: withWords(written.workflow) };
  const fingerprint = digest(canonicalForm(definition)).toString('hex');
  const current = await latestRevision(tx, definition.code);
  if (current?.digest === fingerprint) return current;
  const findings = checkDefinition(definition);
  if (findings.length > 0)
    throw new Error(`Definition ${definition.code}: ${JSON.stringify(findings.slice(0, 5))}`);
  await tx
    .createQueryBuilder()
    .insert()
    .into(Revision)
    .values({
      id: newId(),
      code: definition.code,
      number: (current?.number ?? 0) + 1,
      digest: fingerprint,
      definition: definition as never,
      publishedAt: now,
    })
    .orIgnore()
    .execute();
  // Whoever published in the same instant published the same definition under the same number.
  return tx.getRepository(Revision).findOneByOrFail({ code: definition.code, digest: fingerprint });
}

/** The highest revision of a procedure, or undefined before the first. */
export async function latestRevision(tx: Tx, code: string): Promise<Revision | undefined> {
  return (
    (await tx.getRepository(Revision).findOne({ where: { code }, order: { number: 'DESC' } })) ?? undefined
  );
}
