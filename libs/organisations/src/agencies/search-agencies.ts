import { IsNull } from 'typeorm';
import type { Tx } from '#lib/platform';
import { Agency } from './agency.entity.js';

const most = 12;

/**
 * Agencies in office with all these words in their name, the shortest name first; accents, case and order do not matter.
 * `among` leaves out those that are not asked for. Reads all of the 6,785.
 */
export async function searchAgencies(
  tx: Tx,
  words: string,
  among: (agency: Agency) => boolean = () => true,
): Promise<Agency[]> {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const agencies = await tx
    .getRepository(Agency)
    .find({ where: { validUntil: IsNull() }, order: { unitCode: 'ASC' } });
  return agencies
    .map((agency) => ({ agency, name: fold(agency.nameVi) }))
    .filter(({ agency, name }) => wanted.every((word) => name.includes(word)) && among(agency))
    .toSorted((a, b) => a.name.length - b.name.length)
    .slice(0, most)
    .map(({ agency }) => agency);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
