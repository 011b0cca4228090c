import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail the mailbox took over; nobody's mailbox gets it. */
@Entity({ schema: 'national', name: 'mail' })
export class ReceivedMail {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** Message-ID (RFC 5322): a mail that was sent twice has it twice. */
  @Column('text', { name: 'message_id' }) messageId!: string;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('text') content!: string;
}
