import { join } from 'node:path';
import { projectRoot } from '#lib/platform';
import { type ChangePlan, planChange } from '../changes/plan-change.js';
import { readShippedChange } from '../changes/read-change.js';
import { englishName } from './english-name.js';
import type { PlaceLevel, PlaceRow } from './place.entity.js';
import { readTable } from './read-table.js';

/** Since when each former unit stood the source does not say: the founding of the State stands for it. */
const longAgo = '1945-09-02';

/** The 63 provinces, 696 districts and 10,035 communes before 1 July 2025, as if still in force. */
export function placesBefore2025(): PlaceRow[] {
  const file = join(projectRoot(), 'libs/organisations/data/administrative-units-before-2025-07.tsv.gz');
  return readTable(file).map(({ code = '', level, name_vi: name = '', parent_code: parent }) => ({
    level: level as PlaceLevel,
    code,
    validFrom: longAgo,
    validUntil: null,
    name,
    nameEn: englishName(name),
    parentCode: parent || null,
  }));
}

/** Every unit the product knows of itself, those in force and the former ones, and what led from these to those. */
export function shippedPlaces(): { places: PlaceRow[]; plan: ChangePlan } {
  const plan = planChange(placesBefore2025(), readShippedChange());
  const { ends, begins, stays, change } = plan;
  const former = ends.map((place) => ({ ...place, validUntil: change.effectiveOn }));
  return { places: [...former, ...stays, ...begins], plan };
}
