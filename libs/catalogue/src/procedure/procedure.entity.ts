import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Flag, ProcedureFacts, Prose } from '../import/procedure-facts.js';

/** A procedure of the national catalogue as it was imported, with what list and search need in columns. */
@Entity({ schema: 'catalogue', name: 'procedure' })
export class Procedure {
  @PrimaryColumn('text') code!: string;
  @Column('text') title!: string;
  /** Field of government, official name. */
  @Column('text') field!: string;
  @Column('text', { name: 'field_slug' }) fieldSlug!: string;
  @Column('text') ministry!: string;
  @Column('text', { array: true }) levels!: string[];
  @Column('text', { array: true }) applicants!: string[];
  /** Whether it can be applied for here: `isOfferedOnline`. */
  @Column('boolean') online!: boolean;
  @Column('jsonb') facts!: ProcedureFacts;
  /** Only where a full export was imported. */
  @Column('jsonb', { nullable: true }) prose!: Prose | null;
  @Column('jsonb') flags!: Pick<Flag, 'code'>[];
  /** SHA-256 of what was imported: the same row again changes nothing. */
  @Column('text') digest!: string;
  /** The revision of the designers' room that is in force; null where the product or the catalogue says what it is. */
  @Column('uuid', { name: 'revision_id', nullable: true }) revisionId!: string | null;
  @Column('timestamptz', { name: 'imported_at' }) importedAt!: Date;
  @Column('text', { name: 'title_folded' }) titleFolded!: string;
  /** Title (weight A), field (B), agencies (C), papers, results and prose (D), all folded. */
  @Column('tsvector', { select: false }) search!: string;
  /** Words of title and field, and each two that follow one another: `termsOf`. */
  @Column('text', { array: true, select: false }) terms!: string[];
  /** Where it stands among those that answer a question as well: near the citizen first, then the shorter title. */
  @Column('smallint', { select: false }) standing!: number;
}
