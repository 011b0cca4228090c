import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Flag, ProcedureFacts } from '../import/procedure-facts.js';
import type { RowPart } from './parts-changed.js';

/** That a row of an export says something else about a procedure than what stands: to be accepted or dismissed. */
@Entity({ schema: 'catalogue', name: 'row_change' })
export class RowChange {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') title!: string;
  /** Slug of the issuing ministry. */
  @Column('text') ministry!: string;
  /** What differs; empty for a procedure nobody knows yet. */
  @Column('text', { array: true }) parts!: RowPart[];
  /** Prose included. */
  @Column('jsonb') facts!: ProcedureFacts;
  @Column('jsonb') flags!: Pick<Flag, 'code'>[];
  /** SHA-256 of facts and flags. */
  @Column('text') digest!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  /** Superseded: a later export said something else again, or what stands already. */
  @Column('text', { nullable: true }) outcome!: 'accepted' | 'dismissed' | 'superseded' | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
