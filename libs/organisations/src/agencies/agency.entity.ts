import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AgencyLevel = 'commune' | 'district' | 'province' | 'ministry';

/** What kind of body: a place has a People's Committee and, beside it, local bodies of central administrations. */
export type AgencyBody = 'committee' | 'police' | 'tax' | 'social-insurance' | 'ministry';

/** A body that receives and decides applications, with its officers. */
@Entity({ schema: 'organisations', name: 'agency' })
export class Agency {
  @PrimaryColumn('uuid') id!: string;
  /**
   * Identification code of the body, `000.00.12.H26`; the head of every application code it receives. Of one agency in
   * force alone; a successor may bear the code of an agency before it.
   */
  @Column('text', { name: 'unit_code' }) unitCode!: string;
  @Column('text') level!: AgencyLevel;
  @Column('text') body!: AgencyBody;
  @Column('text', { name: 'name_vi' }) nameVi!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('text', { name: 'name_fr' }) nameFr!: string;
  @Column('text', { name: 'province_code', nullable: true }) provinceCode!: string | null;
  @Column('text', { name: 'commune_code', nullable: true }) communeCode!: string | null;
  /** Of an agency of a district, before 1 July 2025. */
  @Column('text', { name: 'district_code', nullable: true }) districtCode!: string | null;
  /** Slug of the issuing ministry in the national catalogue, for a central body. */
  @Column('text', { nullable: true, unique: true }) ministry!: string | null;
  /** The first day it is in office, YYYY-MM-DD. */
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  /** The first day it is so no more; null while it is. */
  @Column('date', { name: 'valid_until', nullable: true }) validUntil!: string | null;
  /** When the last open application had left it for its successors. */
  @Column('timestamptz', { name: 'wound_up_at', nullable: true }) woundUpAt!: Date | null;
}
