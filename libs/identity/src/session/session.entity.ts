import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

export type AuthenticatedBy = 'passkey' | 'national-identity' | 'foreign-identity';

/** A browser in which somebody is signed in. Deleting the row ends it at once. */
@Entity({ schema: 'identity', name: 'session' })
export class Session {
  @PrimaryColumn('uuid') id!: string;
  /** SHA-256 of the token in the cookie. */
  @Column('bytea', { name: 'token_hash', unique: true }) tokenHash!: Buffer;
  @Column('text') audience!: Audience;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  /** The passkey that opened it; null in sessions from before that was kept. */
  @Column('uuid', { name: 'passkey_id', nullable: true }) passkeyId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** What its owner last showed who they are with. */
  @Column('text', { name: 'authenticated_by' }) authenticatedBy!: AuthenticatedBy;
  /** The level another provider vouched for; null where it was a passkey. */
  @Column('smallint', { name: 'vouched_level', nullable: true }) vouchedLevel!: 1 | 2 | null;
  /** When that was; apart from how surely the identity is known. */
  @Column('timestamptz', { name: 'authenticated_at' }) authenticatedAt!: Date;
  /** The last request, exact to a minute. */
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  /** The end however busy it is. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text', { name: 'user_agent' }) userAgent!: string;
  /** Network prefix of the browser, never the whole address. */
  @Column('text') network!: string;
}
