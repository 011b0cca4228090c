import { type FindOptionsWhere, In } from 'typeorm';
import type { Platform, Tx } from '#lib/platform';
import { Person } from '../person/person.entity.js';
import { Mandate } from './mandate.entity.js';
import type { GrantedHow } from './mandate-rules.js';
import type { Standing } from './may-act-for.js';
import { Organisation } from './organisation.entity.js';
import { openRepresented, type RepresentedPerson } from './represented.js';

/** A mandate with whom it is for, opened. */
export interface OpenMandate extends Standing {
  id: string;
  grantedHow: GrantedHow;
  grantedAt: Date;
  acceptedAt: Date | null;
  /** See `openInvited`. */
  invitedSealed: string | null;
  represented:
    | ({ kind: 'person' } & RepresentedPerson)
    | (Extract<Standing['represented'], { kind: 'organisation' }> & { name: string; taxCode: string });
}

/** The name of whom a mandate is for. */
export function representedName({ represented }: Pick<OpenMandate, 'represented'>): string {
  return represented.kind === 'person' ? represented.fullName : represented.name;
}

/** Mandates that were ever given, the newest first, each with whom it is for. */
export async function readMandates(
  tx: Tx,
  platform: Platform,
  where: FindOptionsWhere<Mandate> | FindOptionsWhere<Mandate>[],
): Promise<OpenMandate[]> {
  const rows = await tx.getRepository(Mandate).find({ where, order: { grantedAt: 'DESC', id: 'DESC' } });
  const organisations = await organisationsOf(tx, rows);
  return rows.map((row) => {
    const represented = row.representedSealed
      ? { kind: 'person' as const, ...openRepresented(platform, row.id, row.representedSealed) }
      : organisations.get(row.organisationId ?? '');
    if (!represented) throw new Error(`Mandate ${row.id} is for nobody`);
    return { ...row, represented };
  });
}

async function organisationsOf(tx: Tx, mandates: Mandate[]) {
  const ids = mandates.flatMap(({ organisationId }) => organisationId ?? []);
  const rows = ids.length === 0 ? [] : await tx.getRepository(Organisation).findBy({ id: In(ids) });
  const bound = rows.map(({ legalRepresentativeId }) => legalRepresentativeId);
  const people = bound.length === 0 ? [] : await tx.getRepository(Person).findBy({ id: In(bound) });
  const assurances = new Map(people.map(({ id, assurance }) => [id, assurance]));
  return new Map(
    rows.map(({ id, name, taxCode, legalRepresentativeId, lapsedAt }) => [
      id,
      {
        kind: 'organisation' as const,
        name,
        taxCode,
        lapsed: lapsedAt !== null,
        legalRepresentative: {
          id: legalRepresentativeId,
          assurance: assurances.get(legalRepresentativeId) ?? 0,
        },
      },
    ]),
  );
}
