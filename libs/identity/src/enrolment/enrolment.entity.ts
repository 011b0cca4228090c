import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link with which one officer registers one passkey at the desk, once. */
@Entity({ schema: 'identity', name: 'enrolment' })
export class Enrolment {
  /** SHA-256 of the token in the link. */
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
