import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

/** A public key whose private half lies in somebody's device (WebAuthn Level 3, "credential record"). */
@Entity({ schema: 'identity', name: 'passkey' })
export class Passkey {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') audience!: Audience;
  /** Person id at the portal, officer id at the desk. */
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('bytea', { name: 'credential_id' }) credentialId!: Buffer;
  /** COSE key (RFC 9052). */
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer;
  /** 64 random bytes, the same for all passkeys of an owner and audience; never an ID number. */
  @Column('bytea', { name: 'user_handle' }) userHandle!: Buffer;
  /** The greatest counter seen; 0 from authenticators that do not count. A decimal string, as bigint arrives. */
  @Column('bigint', { name: 'sign_count' }) signCount!: string;
  /** Model of the authenticator, all zeros where it does not say. */
  @Column('uuid') aaguid!: string;
  /** What its owner calls it, 1 to 60 characters; at first the name of its keeper, null where that is unknown. */
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { array: true }) transports!: string[];
  /** Its maker's word for the model was checked when it was created. */
  @Column('boolean') attested!: boolean;
  /** May leave the device it was made on. Constant for the life of the passkey. */
  @Column('boolean', { name: 'backup_eligible' }) backupEligible!: boolean;
  /** Kept by a synchronising service, when last used. */
  @Column('boolean', { name: 'backed_up' }) backedUp!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
}
