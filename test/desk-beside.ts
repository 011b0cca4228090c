import type { DataSource } from 'typeorm';
import type { AgencyAddress, OfficerRoleName } from '#lib/organisations';
import { DeskModule } from '../apps/desk/src/desk.module.js';
import type { TestDatabase } from './database.js';
import { seatOfficer, type SeatedOfficer, type Side, startSide } from './side.js';

export type { SeatedOfficer } from './side.js';

/** A desk on the database of another world, with officers who are signed in without the ceremony. */
export interface DeskBeside extends Pick<Side, 'platform' | 'close'> {
  officer(name: string, role: OfficerRoleName, at?: AgencyAddress): Promise<SeatedOfficer>;
}

export async function createDeskBeside(db: TestDatabase, owner: DataSource): Promise<DeskBeside> {
  const desk = await startSide(db, owner, 'desk', DeskModule);
  return { ...desk, officer: (name, role, at) => seatOfficer(owner, desk, name, role, at) };
}
