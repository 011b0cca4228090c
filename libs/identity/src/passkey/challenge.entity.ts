import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

export type ChallengePurpose = 'register' | 'sign-in' | 'step-up' | 'sign';

/** A challenge handed out and not yet answered. Good for one answer, from one browser, for one purpose. */
@Entity({ schema: 'identity', name: 'challenge' })
export class Challenge {
  /** SHA-256 of the challenge. */
  @PrimaryColumn('bytea') hash!: Buffer;
  @Column('text') audience!: Audience;
  @Column('text') purpose!: ChallengePurpose;
  /** Hash of the pre-session, or of the session, of the browser that asked; a signature is bound to its owner. */
  @Column('bytea', { name: 'bound_to', nullable: true }) boundTo!: Buffer | null;
  /** Whose passkey must answer; unknown before sign-in. */
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  /** The handle that a passkey about to be registered gets. */
  @Column('bytea', { name: 'user_handle', nullable: true }) userHandle!: Buffer | null;
  /** What is signed: the challenge itself. */
  @Column('bytea', { nullable: true }) digest!: Buffer | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
