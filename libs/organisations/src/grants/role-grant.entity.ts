import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfficerRoleName } from '../officers/officer-role.entity.js';

/** A role that one administrator proposes for an officer of the agency and another grants or refuses. */
@Entity({ schema: 'organisations', name: 'role_grant' })
export class RoleGrant {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('text') role!: OfficerRoleName;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('boolean', { nullable: true }) granted!: boolean | null;
}
