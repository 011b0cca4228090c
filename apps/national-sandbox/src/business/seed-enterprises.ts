import type { DataSource } from 'typeorm';
import { Enterprise } from './enterprise.entity.js';
import { readEnterprises } from './read-enterprises.js';

/** Writes the enterprises of the file into the register; at every start, so that a changed file is seen. */
export async function seedEnterprises(owner: DataSource): Promise<void> {
  await owner.getRepository(Enterprise).upsert(readEnterprises(), ['taxCode']);
}
