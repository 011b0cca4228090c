import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A definition that designers are working on: one at a time for each procedure, for all of them. */
@Entity({ schema: 'designing', name: 'draft_revision' })
export class DraftRevision {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  /** Vietnamese, as far as it can be read; else the last one that could. */
  @Column('text') title!: string;
  /** Of its text; every save makes the next. */
  @Column('int') version!: number;
  /** The revision it was begun from; null where that was an empty one, a file, or a definition nobody had needed yet. */
  @Column('uuid', { name: 'based_on', nullable: true }) basedOn!: string | null;
  @Column('timestamptz', { name: 'begun_at' }) begunAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: 'published' | 'discarded' | null;
  /** What it was published as. */
  @Column('uuid', { name: 'revision_id', nullable: true }) revisionId!: string | null;
}
