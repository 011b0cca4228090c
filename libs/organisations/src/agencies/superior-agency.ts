import type { Tx } from '#lib/platform';
import type { Agency, AgencyBody } from './agency.entity.js';
import { findAgency } from './find-agency.js';

/** Which ministry the bodies of a central administration in the provinces belong to. */
const ministryOf: Partial<Record<AgencyBody, string>> = {
  police: 'bo-cong-an',
  tax: 'bo-tai-chinh',
  'social-insurance': 'bo-tai-chinh',
};

/**
 * The agency above one: of a commune the same body of its province, else the province's committee; of a province's body
 * its ministry, of a province's committee the ministry responsible for the procedure. Undefined above a ministry, and
 * where nobody names the ministry.
 */
export async function superiorAgency(
  tx: Tx,
  { level, body, provinceCode }: Pick<Agency, 'level' | 'body' | 'provinceCode'>,
  responsibleMinistry?: string,
): Promise<Agency | undefined> {
  if (level === 'ministry') return undefined;
  if (level === 'province') {
    const ministry = ministryOf[body] ?? responsibleMinistry;
    return ministry ? findAgency(tx, { ministry }) : undefined;
  }
  if (!provinceCode) return undefined;
  const same =
    body === 'committee' || body === 'ministry' ? undefined : await findAgency(tx, { provinceCode, body });
  return same ?? findAgency(tx, { provinceCode });
}
