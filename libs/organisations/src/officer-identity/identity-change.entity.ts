import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody noted who an officer is as a person. Written once and never changed; it holds no number. */
@Entity({ schema: 'organisations', name: 'officer_identity_change' })
export class OfficerIdentityChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  /** The administrator who entered it first; null for the system that appoints officers. */
  @Column('uuid', { name: 'changed_by', nullable: true }) changedBy!: string | null;
  /** The administrator who entered the same after that; null for that system, and where one was still enough. */
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  /** How many others live with the officer. */
  @Column('smallint', { name: 'household_size' }) householdSize!: number;
  @Column('timestamptz') at!: Date;
}
