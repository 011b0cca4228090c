import { expandForm } from '#lib/forms';
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { canonicalForm, digest, newId, type Tx } from '#lib/platform';
import { withWords } from '#lib/workflow';
import { linkKindOf } from '../linked/linked-definition.js';
import type { ServiceDefinition } from '../definition/service-definition.js';
import { findingsIn } from './findings-in.js';
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
  const current = await latestRevision(tx, definition.code, now);
  if (current?.digest === fingerprint) return current;
  const findings = await findingsIn(tx, definition, now);
  if (findings.length > 0)
    throw new Error(`Definition ${definition.code}: ${JSON.stringify(findings.slice(0, 5))}`);
  return tx.transaction((inner) => replace(inner, definition, fingerprint, now));
}

/** The digest that a definition has once it is published. */
export const digestOf = (written: ServiceDefinition): string => madeReady(written).fingerprint;

interface Ready {
  definition: ServiceDefinition;
  fingerprint: string;
}

const ready = new WeakMap<ServiceDefinition, Ready>();

/** With all its words, and its digest: made once for each that ships, for every page of a draft asks. */
export function madeReady(written: ServiceDefinition): Ready {
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
  await lockRevisions(tx, code);
  const revisions = tx.getRepository(Revision);
  const last = await revisions.findOne({ where: { code }, order: { number: 'DESC' } });
  const ahead = await endingBefore(tx, code, now);
  // What is filed about an application follows that application's revision: several stand side by side.
  if (!linkKindOf(code))
    for (const inForceUntil of [IsNull(), MoreThan(now)])
      await revisions.update(
        { code, inForceFrom: LessThanOrEqual(now), inForceUntil, digest: Not(fingerprint) },
        { inForceUntil: now, filableUntil: daysAfter(now, definition.formerRevisionDays) },
      );
  const { affected } = await revisions.update({ code, digest: fingerprint }, ahead);
  if (affected === 0)
    await revisions.insert({
      id: newId(),
      code,
      number: (last?.number ?? 0) + 1,
      digest: fingerprint,
      definition: definition as never,
      publishedAt: now,
      inForceFrom: now,
      designed: false,
      ...ahead,
    });
  return revisions.findOneByOrFail({ code, digest: fingerprint });
}

/** Revisions of a procedure are published one after the other. */
export async function lockRevisions(tx: Tx, code: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7060315))', [code]);
}

/** Until when may still be filed under a revision that another one follows at an instant, which says how many days. */
export function daysAfter(instant: Date, days = formerRevisionDays): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}

/** When a revision published now ends: where designers published one that is yet to come in force, with that. */
async function endingBefore(tx: Tx, code: string, now: Date) {
  const where = { code, inForceFrom: MoreThan(now) };
  const next = await tx.getRepository(Revision).findOne({ where, order: { inForceFrom: 'ASC' } });
  if (!next) return { inForceUntil: null, filableUntil: null };
  const { inForceFrom, definition } = next;
  return { inForceUntil: inForceFrom, filableUntil: daysAfter(inForceFrom, definition.formerRevisionDays) };
}

/** The revision of a procedure that is in force at an instant, or undefined before the first. */
async function latestRevision(tx: Tx, code: string, now: Date): Promise<Revision | undefined> {
  const started = { code, inForceFrom: LessThanOrEqual(now) };
  const where = [IsNull(), MoreThan(now)].map((inForceUntil) => ({ ...started, inForceUntil }));
  return (await tx.getRepository(Revision).findOne({ where, order: { number: 'DESC' } })) ?? undefined;
}
