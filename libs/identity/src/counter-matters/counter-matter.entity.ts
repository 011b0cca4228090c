import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefusalReason } from '../proofing/counter-request.entity.js';

export type MatterKind = 'foreign-identity' | 'guardianship' | 'guardianship-end';

/** What two officers decide at a counter beside who somebody is: noted by the first, decided by the second. */
@Entity({ schema: 'identity', name: 'counter_matter' })
export class CounterMatter {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: MatterKind;
  /** A `MatterContent`, sealed at `counter:matter:<id>`. */
  @Column('text', { name: 'content_sealed' }) contentSealed!: string;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  /** `open`: the first officer has not compared yet. */
  @Column('text') state!: 'open' | 'checked' | 'approved' | 'refused';
  @Column('uuid', { name: 'first_officer' }) firstOfficer!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('uuid', { name: 'second_officer', nullable: true }) secondOfficer!: string | null;
  @Column('text', { nullable: true }) reason!: RefusalReason | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
