import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';

/** A notice to a person about one event of one application. */
@Entity({ schema: 'notifications', name: 'inbox_entry' })
export class InboxEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('uuid', { name: 'case_id' }) caseId!: string;
  /** Sequence of the event; with the case it names the entry, so that none is made twice. */
  @Column('int') sequence!: number;
  @Column('jsonb') title!: Localised;
  @Column('jsonb') body!: Localised;
  /** Where the person can read on and act. */
  @Column('text') href!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
}
