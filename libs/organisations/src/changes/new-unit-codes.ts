import { communeUnitCode } from '../agencies/all-agencies.js';
import type { Agency, AgencyBody } from '../agencies/agency.entity.js';
import type { UnitCodes } from '../agencies/unit-codes.js';
import type { PlaceRow } from '../places/place.entity.js';
import { ChangeError } from './administrative-change.js';
import { type ChangePlan, placeKey } from './plan-change.js';

/**
 * Gives codes to the agencies that begin. The committee of a province bears the head that `unit-codes.yaml` names for
 * it, else that of the province it follows first; everything else gets the next number that nobody ever bore.
 */
export function newUnitCodes(
  inOffice: Agency[],
  plan: ChangePlan,
  { codes, everUsed }: { codes: UnitCodes; everUsed: string[] },
): (body: AgencyBody, place: PlaceRow) => string {
  const last = lastNumbers(everUsed);
  const next = (series: string, most: number) => {
    const number = (last.get(series) ?? 0) + 1;
    if (number > most) throw new ChangeError([`No number is left in ${series}`]);
    last.set(series, number);
    return number;
  };
  const committeeCode = new Map(
    inOffice
      .filter(({ level, body }) => level === 'province' && body === 'committee')
      .map((agency) => [agency.provinceCode ?? '', agency.unitCode]),
  );
  const before = new Map(
    plan.succession
      .filter((row) => row.level === 'province' && row.successorLevel === 'province')
      .toReversed()
      .map((row) => [row.successorCode, row.code]),
  );
  const headOf = (province: string): string => {
    const followed = committeeCode.get(before.get(province) ?? province);
    const head = codes.provinces[province] ?? followed?.split('.')[3];
    if (!head) throw new ChangeError([`No head for the codes of province/${province}`]);
    return head;
  };
  const stays = new Set(plan.stays.map(placeKey));
  const provinceNumbers = new Map<string, string>();
  const provinceNumber = (body: AgencyBody, province: string, tail: string): string => {
    const known = provinceNumbers.get(`${body} ${province}`);
    if (known) return known;
    const there = inOffice.find(
      (agency) => agency.level === 'province' && agency.body === body && agency.provinceCode === province,
    );
    const begins = plan.begins.some(({ level, code }) => level === 'province' && code === province);
    const kept =
      there && (stays.has(`province/${province}`) || !begins) ? there.unitCode.split('.')[1] : undefined;
    const number = kept ?? String(next(`PP.${tail}`, 99)).padStart(2, '0');
    provinceNumbers.set(`${body} ${province}`, number);
    return number;
  };
  return (body, place) => {
    const province = place.level === 'province' ? place.code : (place.parentCode ?? '');
    if (body === 'committee') {
      const head = headOf(province);
      return place.level === 'province'
        ? `000.00.00.${head}`
        : communeUnitCode(next(`000.NNNN.${head}`, 9999), head);
    }
    const { number, code } = codes.bodies[body as keyof UnitCodes['bodies']];
    const tail = `${provinceNumber(body, province, `${number}.${code}`)}.${number}.${code}`;
    return place.level === 'province'
      ? `000.${tail}`
      : `${String(next(`CCC.${tail}`, 999)).padStart(3, '0')}.${tail}`;
  };
}

/** The greatest number borne so far, by series: communes of a head, provinces of a body, communes of a body there. */
function lastNumbers(everUsed: string[]): Map<string, number> {
  const last = new Map<string, number>();
  const note = (series: string, number: number) => last.set(series, Math.max(last.get(series) ?? 0, number));
  for (const unitCode of everUsed) {
    const [first = '', second = '', third = '', head = ''] = unitCode.split('.');
    if (head.startsWith('H') && first === '000') note(`000.NNNN.${head}`, Number(second + third));
    else if (head.startsWith('G')) {
      note(`PP.${third}.${head}`, Number(second));
      note(`CCC.${second}.${third}.${head}`, Number(first));
    }
  }
  return last;
}
