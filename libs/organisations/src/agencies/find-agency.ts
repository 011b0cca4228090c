import { IsNull } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Agency } from './agency.entity.js';

/** What an application is addressed to: the commune, else the province, else the ministry. */
export interface AgencyAddress {
  communeCode?: string | undefined;
  provinceCode?: string | undefined;
  ministry?: string | undefined;
}

/** The agency responsible at an address, or undefined where there is none. */
export async function findAgency(tx: Tx, address: AgencyAddress): Promise<Agency | undefined> {
  const agencies = tx.getRepository(Agency);
  if (address.communeCode)
    return (await agencies.findOneBy({ communeCode: address.communeCode })) ?? undefined;
  if (address.provinceCode)
    return (
      (await agencies.findOneBy({ provinceCode: address.provinceCode, communeCode: IsNull() })) ?? undefined
    );
  if (address.ministry) return (await agencies.findOneBy({ ministry: address.ministry })) ?? undefined;
  return undefined;
}

/** The agency with this id. A fault if there is none: ids come from our own rows. */
export function agencyById(tx: Tx, id: string): Promise<Agency> {
  return tx.getRepository(Agency).findOneByOrFail({ id });
}
