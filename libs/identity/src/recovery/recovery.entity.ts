import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wish to have an account back by the phone of the register: it waits a day, in which the holder may object. */
@Entity({ schema: 'identity', name: 'recovery' })
export class Recovery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  /** From when on a new passkey can be made. */
  @Column('timestamptz', { name: 'ready_at' }) readyAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'ended_by', nullable: true }) endedBy!:
    | 'completed'
    | 'cancelled'
    | 'expired'
    | null;
}
