import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';

/** A notice to a person about one event of one thing of theirs: an application, a passkey, a session. */
@Entity({ schema: 'notifications', name: 'inbox_entry' })
export class InboxEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** Id of the thing; no reference, for it may lie in any lib and be gone tomorrow. */
  @Column('uuid', { name: 'about_id' }) aboutId!: string;
  /** Sequence of the event; with the thing it names the entry, so that none is made twice. */
  @Column('int') sequence!: number;
  @Column('jsonb') title!: Localised;
  /** Whether the title names a person, organisation or agency: then it is not mailed. */
  @Column('boolean', { name: 'names_somebody' }) namesSomebody!: boolean;
  @Column('jsonb') body!: Localised;
  /** Where the person can read on and act. */
  @Column('text') href!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
}
