import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EngineWalk } from '#lib/applications';
import type { Evidence } from '#lib/identity';

/** That a draft revision be published, and what a second designer decided. */
@Entity({ schema: 'designing', name: 'proposal' })
export class Proposal {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'draft_id' }) draftId!: string;
  /** Of the text that is to be published. */
  @Column('int') version!: number;
  /** The legal day at whose beginning it comes in force, YYYY-MM-DD; once that has begun, with the approval. */
  @Column('date', { name: 'in_force_on' }) inForceOn!: string;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  /** A job is there that walks it through the engine. */
  @Column('boolean', { name: 'walk_queued' }) walkQueued!: boolean;
  @Column('timestamptz', { name: 'walked_at', nullable: true }) walkedAt!: Date | null;
  /** How many steps the walk took. */
  @Column('int', { name: 'walk_steps', nullable: true }) walkSteps!: number | null;
  /** What the walk found; null before. */
  @Column('jsonb', { name: 'walk_findings', nullable: true }) walkFindings!: EngineWalk['findings'] | null;
  /** Whether the walk took every way there is; null where nobody knows. */
  @Column('boolean', { name: 'walk_complete', nullable: true }) walkComplete!: boolean | null;
  @Column('text', { nullable: true }) outcome!: 'approved' | 'returned' | 'withdrawn' | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decision_reason', nullable: true }) decisionReason!: string | null;
  /** What the second designer signed, in its RFC 8785 canonical form, and the signature. */
  @Column('text', { nullable: true }) canonical!: string | null;
  @Column('jsonb', { nullable: true }) evidence!: Evidence | null;
}
