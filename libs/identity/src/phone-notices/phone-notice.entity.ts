import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody is told by text message. */
export type PhoneNoticeKind = 'locked' | 'unlocked' | 'bound';

/** A text message that waits until the worker has sent it. Written by the act it tells of, gone when it is sent. */
@Entity({ schema: 'identity', name: 'phone_notice' })
export class PhoneNotice {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** As it is sealed with the person. */
  @Column('text', { name: 'phone_sealed' }) phoneSealed!: string;
  @Column('text') kind!: PhoneNoticeKind;
  @Column('timestamptz') at!: Date;
  /** Whether there is a job for it. */
  @Column('boolean') queued!: boolean;
}
