import { expandForm } from '#lib/forms';
import { IsNull, Not } from 'typeorm';
import { canonicalForm, digest, newId, type Tx } from '#lib/platform';
import { withWords } from '#lib/workflow';
import { checkChildren } from '../definition/check-children.js';
import { checkDefinition } from '../definition/check-definition.js';
import { linkKindOf } from '../linked/linked-definition.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { definitionsOpened } from './definitions-opened.js';
import { Revision } from './revision.entity.js';

/** How long may be filed under a revision that another one follows, where that does not say it. */
const formerRevisionDays = 30;

/**
 * Publishes a definition as the next revision of its procedure and returns it; one that is in force already is
 * returned as it is. What is published holds all its words, fields and lists. The one before may be filed under for `formerRevisionDays`
 * more; published again, it is in force again. A definition with findings is a fault here: rooms where definitions are
 * made check before.
 */
export async function publishRevision(tx: Tx, written: ServiceDefinition, now: Date): Promise<Revision> {
  const { definition, fingerprint } = madeReady(written);
  const current = await latestRevision(tx, definition.code);
  if (current?.digest === fingerprint) return current;
  const opened = definition.children ? await definitionsOpened(tx, definition) : new Map();
  const findings = [...checkDefinition(definition), ...checkChildren(definition, opened)];
  if (findings.length > 0)
    throw new Error(`Definition ${definition.code}: ${JSON.stringify(findings.slice(0, 5))}`);
  return tx.transaction((inner) => replace(inner, definition, fingerprint, now));
}

interface Ready {
  definition: ServiceDefinition;
  fingerprint: string;
}

const ready = new WeakMap<ServiceDefinition, Ready>();

/** With all its words, and its digest: made once for each that ships, for every page of a draft asks. */
function madeReady(written: ServiceDefinition): Ready {
  const known = ready.get(written);
  if (known) return known;
  const definition = { ...written, form: expandForm(written.form), workflow: withWords(written.workflow) };
  const made = { definition, fingerprint: digest(canonicalForm(definition)).toString('hex') };
  ready.set(written, made);
  return made;
}

async function replace(
  tx: Tx,
  definition: ServiceDefinition,
  fingerprint: string,
  now: Date,
): Promise<Revision> {
  const { code } = definition;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060315))', [code]);
  const revisions = tx.getRepository(Revision);
  const last = await revisions.findOne({ where: { code }, order: { number: 'DESC' } });
  const days = definition.formerRevisionDays ?? formerRevisionDays;
  // What is filed about an application follows that application's revision: several stand side by side.
  if (!linkKindOf(code))
    await revisions.update(
      { code, filableUntil: IsNull(), digest: Not(fingerprint) },
      { filableUntil: new Date(now.getTime() + days * 86_400_000) },
    );
  const { affected } = await revisions.update({ code, digest: fingerprint }, { filableUntil: null });
  if (affected === 0)
    await revisions.insert({
      id: newId(),
      code,
      number: (last?.number ?? 0) + 1,
      digest: fingerprint,
      definition: definition as never,
      publishedAt: now,
      filableUntil: null,
    });
  return revisions.findOneByOrFail({ code, digest: fingerprint });
}

/** The revision of a procedure that is in force, or undefined before the first. */
export async function latestRevision(tx: Tx, code: string): Promise<Revision | undefined> {
  const where = { code, filableUntil: IsNull() };
  return (await tx.getRepository(Revision).findOne({ where, order: { number: 'DESC' } })) ?? undefined;
}
