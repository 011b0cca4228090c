import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Districts were abolished on 1 July 2025: all of them are former ones. */
export const placeLevels = ['province', 'district', 'commune'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/**
 * An administrative unit for as long as it stands. A code alone names none: of the 3,321 communes since 1 July 2025,
 * 3,315 bear the code of one before.
 */
@Entity({ schema: 'organisations', name: 'place' })
export class PlaceRow {
  @PrimaryColumn('text') level!: PlaceLevel;
  /** Official code; leading zeros count. */
  @PrimaryColumn('text') code!: string;
  /** The first day it is in force, YYYY-MM-DD. */
  @PrimaryColumn('date', { name: 'valid_from' }) validFrom!: string;
  /** The first day it is so no more; null while it is. */
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column('text', { name: 'name_vi' }) name!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  /** Code of the province, or of the district of a commune before 1 July 2025; null of a province. */
  @Column('text', { name: 'parent_code', nullable: true }) parentCode!: string | null;
}
