import type { Tx } from '#lib/platform';
import { places } from '../places/places.js';
import { allAgencies } from './all-agencies.js';

/** Writes the administrative units and their agencies; a second run adds only what is new. */
export async function seedOrganisations(tx: Tx): Promise<void> {
  const provinces = places.allProvinces();
  const communes = places.allCommunes();
  await insertRows(
    tx,
    'province (code, name_vi, name_en)',
    'code text, "name" text, "nameEn" text',
    'code',
    provinces,
  );
  await insertRows(
    tx,
    'commune (code, name_vi, name_en, province_code)',
    'code text, "name" text, "nameEn" text, "provinceCode" text',
    'code',
    communes,
  );
  await insertRows(
    tx,
    'agency (id, unit_code, level, body, name_vi, name_en, name_fr, province_code, commune_code, ministry)',
    'id uuid, "unitCode" text, level text, body text, "nameVi" text, "nameEn" text, "nameFr" text, "provinceCode" text, "communeCode" text, ministry text',
    'unit_code',
    allAgencies(),
  );
}

/** One statement a table: 6,785 agencies take well under a second. */
async function insertRows(tx: Tx, target: string, shape: string, key: string, rows: object[]): Promise<void> {
  await tx.query(
    `INSERT INTO organisations.${target} SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (${shape})
      ON CONFLICT (${key}) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
