import { In, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Revision } from './revision.entity.js';

/** A revision without what it says. */
export type RevisionLine = Omit<Revision, 'definition'>;

const columns = {
  id: true,
  code: true,
  number: true,
  digest: true,
  publishedAt: true,
  inForceFrom: true,
  inForceUntil: true,
  designed: true,
  filableUntil: true,
} as const;

/** All revisions of a procedure, the newest first. */
export async function revisionsOf(tx: Tx, code: string): Promise<RevisionLine[]> {
  return tx.getRepository(Revision).find({ select: columns, where: { code }, order: { number: 'DESC' } });
}

/** The revisions of some procedures that are in force at an instant, by code. Nobody may have needed one yet. */
export async function revisionsInForce(
  tx: Tx,
  codes: string[],
  now: Date,
): Promise<Map<string, RevisionLine>> {
  const started = { code: In(codes), inForceFrom: LessThanOrEqual(now) };
  const where = [IsNull(), MoreThan(now)].map((inForceUntil) => ({ ...started, inForceUntil }));
  const found = await tx.getRepository(Revision).find({ select: columns, where, order: { number: 'ASC' } });
  return new Map(found.map((one) => [one.code, one]));
}
