import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';

/** That a procedure takes no new applications from an instant on. Open ones run on to their end. */
@Entity({ schema: 'catalogue', name: 'withdrawal' })
export class Withdrawal {
  @PrimaryColumn('text') code!: string;
  @Column('timestamptz', { name: 'effective_at' }) effectiveAt!: Date;
  @Column('jsonb') reason!: Localised;
  /** Number of the decision it follows. */
  @Column('text') decision!: string;
  /** Code of the procedure that takes its place. */
  @Column('text', { name: 'followed_by', nullable: true }) followedBy!: string | null;
  /** Staff numbers of the two administrators. */
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column('text', { name: 'confirmed_by' }) confirmedBy!: string;
  @Column('timestamptz', { name: 'noted_at' }) notedAt!: Date;
}
