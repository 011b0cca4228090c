import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an officer's account was opened where it never was before, shown at the desk until the officer has seen it. */
@Entity({ schema: 'identity', name: 'device_notice' })
export class DeviceNotice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'officer_id' }) officerId!: string;
  /** The session that began there; it may be gone. */
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'user_agent' }) userAgent!: string;
  @Column('text') network!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'seen_at', nullable: true }) seenAt!: Date | null;
}
