import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

/** A passkey that its owner removed, without a trace of whose it was: enough to recognise who still uses it. */
@Entity({ schema: 'identity', name: 'removed_passkey' })
export class RemovedPasskey {
  @PrimaryColumn('text') audience!: Audience;
  @PrimaryColumn('bytea', { name: 'credential_id' }) credentialId!: Buffer;
  /** COSE key (RFC 9052). */
  @Column('bytea', { name: 'public_key' }) publicKey!: Buffer;
  @Column('timestamptz', { name: 'removed_at' }) removedAt!: Date;
}
