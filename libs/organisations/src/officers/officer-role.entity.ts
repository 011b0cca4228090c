import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Roles of the workflow: who receives, who works on the case, who decides. */
export const officerRoles = ['intake', 'case', 'approver'] as const;
/** And who compares people with their documents at a counter. */
export type OfficerRoleName = (typeof officerRoles)[number] | 'identity';

/** A role an officer holds at an agency, for a time. */
@Entity({ schema: 'organisations', name: 'officer_role' })
export class OfficerRole {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('text') role!: OfficerRoleName;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  /** Null while it has no end. */
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
}
