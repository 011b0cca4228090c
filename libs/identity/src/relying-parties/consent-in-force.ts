import { IsNull } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Consent } from './consent.entity.js';

/** What a person allows a system to know now, if anything. */
export async function consentInForce(
  tx: Tx,
  personId: string,
  clientId: string,
): Promise<Consent | undefined> {
  const found = await tx.getRepository(Consent).findOneBy({ personId, clientId, endedAt: IsNull() });
  return found ?? undefined;
}

/** All that a person ever allowed to be shared, newest first. */
export function consentsOf(tx: Tx, personId: string): Promise<Consent[]> {
  return tx.getRepository(Consent).find({ where: { personId }, order: { givenAt: 'DESC', id: 'DESC' } });
}

/** All that a person allows to be shared now, newest first. */
export function consentsInForce(tx: Tx, personId: string): Promise<Consent[]> {
  return tx
    .getRepository(Consent)
    .find({ where: { personId, endedAt: IsNull() }, order: { givenAt: 'DESC', id: 'DESC' } });
}
