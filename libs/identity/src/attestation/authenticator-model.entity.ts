import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A model of authenticator that officers may use, as an agency administrator entered it. */
@Entity({ schema: 'identity', name: 'authenticator_model' })
export class AuthenticatorModel {
  @PrimaryColumn('uuid') aaguid!: string;
  @Column('text') name!: string;
  /** PEM of the maker's attestation roots, from the maker or the FIDO Metadata Service. */
  @Column('text', { name: 'root_certificates', array: true }) rootCertificates!: string[];
  /** The administrator; null for what was there from the start. */
  @Column('uuid', { name: 'added_by', nullable: true }) addedBy!: string | null;
  @Column('timestamptz', { name: 'added_at' }) addedAt!: Date;
}
