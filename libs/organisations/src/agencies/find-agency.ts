import { IsNull } from 'typeorm';
import { findPrepared, type Tx } from '#lib/platform';
import { Agency, type AgencyBody } from './agency.entity.js';

const inVietnamese = new Intl.Collator('vi');

/** What an application is addressed to: a body of the commune, else of the province, else the ministry. */
export interface AgencyAddress {
  /** Default: the People's Committee of the place. */
  body?: Exclude<AgencyBody, 'ministry'> | undefined;
  communeCode?: string | undefined;
  provinceCode?: string | undefined;
  ministry?: string | undefined;
}

/** The agency in office that is responsible at an address, or undefined where there is none. */
export async function findAgency(tx: Tx, address: AgencyAddress): Promise<Agency | undefined> {
  const agencies = tx.getRepository(Agency);
  const { body = 'committee', communeCode, provinceCode, ministry } = address;
  const validUntil = IsNull();
  if (communeCode)
    return (await agencies.findOneBy({ level: 'commune', communeCode, body, validUntil })) ?? undefined;
  if (provinceCode)
    return (await agencies.findOneBy({ level: 'province', provinceCode, body, validUntil })) ?? undefined;
  if (ministry) return (await agencies.findOneBy({ ministry, validUntil })) ?? undefined;
  return undefined;
}

/** The agency in office with this identification code, or undefined. */
export async function agencyWithCode(tx: Tx, unitCode: string): Promise<Agency | undefined> {
  return (await tx.getRepository(Agency).findOneBy({ unitCode, validUntil: IsNull() })) ?? undefined;
}

/** The agencies in office of a province and its communes, or all central ones; by name as Vietnamese sorts. */
export async function agenciesOf(
  tx: Tx,
  where: { provinceCode: string } | { level: 'ministry' },
): Promise<Agency[]> {
  const found = await tx.getRepository(Agency).findBy({ ...where, validUntil: IsNull() });
  return found.toSorted((one, other) => inVietnamese.compare(one.nameVi, other.nameVi));
}

/** The agency with this id. A fault if there is none: ids come from our own rows. */
export async function agencyById(tx: Tx, id: string): Promise<Agency> {
  const agency = await findPrepared(tx, Agency, { id });
  if (!agency) throw new Error(`No agency ${id}`);
  return agency;
}
