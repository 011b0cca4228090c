import type { DataSource } from 'typeorm';
import { allAgencies } from '../agencies/all-agencies.js';
import { readUnitCodes } from '../agencies/unit-codes.js';
import { readPlaces } from '../places/keep-places-current.js';
import { placesBefore2025 } from '../places/shipped-places.js';
import { insertAgencies, insertPlaces } from './insert-rows.js';

/** Makes of a fresh database one as it was before 1 July 2025: 63 provinces, 696 districts, 10,035 communes, their agencies. */
export async function fillBefore2025(owner: DataSource): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.query(`TRUNCATE organisations.change, organisations.place, organisations.agency CASCADE`);
    const before = placesBefore2025();
    await insertPlaces(tx, before);
    await insertAgencies(tx, allAgencies(before, readUnitCodes().formerProvinces));
  });
  await readPlaces(owner.manager);
}
