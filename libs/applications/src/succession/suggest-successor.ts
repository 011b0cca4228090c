import type { AddressAnswer } from '#lib/forms';
import { type Agency, places } from '#lib/organisations';

/**
 * Which of the agencies that follow a divided one an address points to: the one of the commune that stands today where
 * the address was on its day, else the one whose name the rest of the address holds. Undefined where it points to none
 * or to several: then a person knows better.
 */
export function suggestSuccessor(
  address: AddressAnswer | undefined,
  day: string,
  successors: Pick<Agency, 'id' | 'communeCode' | 'nameVi'>[],
): string | undefined {
  if (!address) return undefined;
  const history = places.history();
  const place = history.near('commune', address.commune, day);
  const now = place ? history.successorsOf(place).map(({ code }) => code) : [];
  const there = successors.filter(({ communeCode }) => communeCode !== null && now.includes(communeCode));
  if (there.length === 1) return there[0]?.id;
  const detail = ` ${(address.detail ?? '').toLocaleLowerCase('vi')} `;
  const named = successors.filter(({ nameVi }) => {
    const proper = nameVi.replace(/^.*?(phường|xã|đặc khu|thị trấn)\s+/, '').toLocaleLowerCase('vi');
    return detail.match(new RegExp(`[\\s,.]${escaped(proper)}[\\s,.]`)) !== null;
  });
  return named.length === 1 ? named[0]?.id : undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
