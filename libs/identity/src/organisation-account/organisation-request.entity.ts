import { Column, Entity, PrimaryColumn } from 'typeorm';

export type RequestOutcome = 'opened' | 'refused' | 'withdrawn' | 'expired' | 'register-changed';

/** A legal representative asks for the account of an organisation, and others of it have to consent. */
@Entity({ schema: 'identity', name: 'organisation_request' })
export class OrganisationRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'tax_code' }) taxCode!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'requested_by' }) requestedBy!: string;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: RequestOutcome | null;
}
