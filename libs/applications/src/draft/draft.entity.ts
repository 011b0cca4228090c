import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupplementItem } from '../supplement/supplement-item.js';
import type { Sources } from '../prefill/source.js';

/** An application that is still being written. Filed, it becomes the application of the same id. */
@Entity({ schema: 'applications', name: 'draft' })
export class Draft {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** The mandate it is written under for somebody else; null where it is the writer's own. */
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  /** Who acts under that mandate. */
  @Column('uuid', { name: 'represented_by', nullable: true }) representedBy!: string | null;
  /** Code of the procedure. */
  @Column('text') code!: string;
  /** The revision it was started on, and stays on. */
  @Column('uuid', { name: 'revision_id' }) revisionId!: string;
  /** Grows by one with every change; whoever saves or files names the version they saw. */
  @Column('int') version!: number;
  /** A `DraftContent`, sealed at `draft:answers:<id>`; empty once filed. */
  @Column('text', { name: 'answers_sealed' }) answersSealed!: string;
  /** Which fields were filled from a register, by field id. */
  @Column('jsonb') sources!: Sources;
  @Column('text', { name: 'signing_sealed', nullable: true }) signingSealed!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** When the citizen last saved something; equals `createdAt` until then. */
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  /** The application it answers a request for supplements to; null for a new application. */
  @Column('uuid', { nullable: true }) supplements!: string | null;
  /** What was asked for: the form of such a draft holds nothing else. */
  @Column('jsonb', { name: 'supplement_items', nullable: true }) supplementItems!: SupplementItem[] | null;
}
