import { LessThanOrEqual } from 'typeorm';
import type { Tx } from '#lib/platform';
import { procedureCode } from '../procedure/procedure-code.js';
import { Revision } from './revision.entity.js';

/** The revision from the designers' room that is in force at an instant; undefined where they published none until then. */
export async function designedInForce(tx: Tx, code: string, now: Date): Promise<Revision | undefined> {
  if (!procedureCode.test(code)) return undefined;
  const where = { code, designed: true, inForceFrom: LessThanOrEqual(now) };
  const order = { inForceFrom: 'DESC', number: 'DESC' } as const;
  return (await tx.getRepository(Revision).findOne({ where, order })) ?? undefined;
}
