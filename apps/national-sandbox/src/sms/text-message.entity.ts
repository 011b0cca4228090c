import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text message the gateway took over; nobody's phone rings. */
@Entity({ schema: 'national', name: 'text_message' })
export class TextMessage {
  /** The sender's idempotency key: the same key again is the same message. */
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { name: 'received_at' }) receivedAt!: Date;
  /** Ten digits. */
  @Column('text') phone!: string;
  @Column('text') content!: string;
}
