import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Roles of the workflow: who receives, who works on the case, who decides. */
export const workflowRoles = ['intake', 'case', 'approver'] as const;
export type WorkflowRole = (typeof workflowRoles)[number];

/**
 * Every role: those of the workflow; who takes fees; who compares people with their documents; who manages the agency's
 * officers; who writes definitions; who answers for what was looked at.
 */
export const officerRoles = [
  ...workflowRoles,
  'cashier',
  'identity',
  'administrator',
  'designer',
  'auditor',
] as const;
export type OfficerRoleName = (typeof officerRoles)[number];

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
  /** The administrator who ended it before its time. */
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: string | null;
}
