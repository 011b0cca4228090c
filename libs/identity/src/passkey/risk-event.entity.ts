import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

export type RiskKind = 'counter-regression' | 'backup-eligibility-changed' | 'user-handle-differs';

/** Something in a ceremony with a valid signature that a copied or manipulated passkey would also show. */
@Entity({ schema: 'identity', name: 'risk_event' })
export class RiskEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') audience!: Audience;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  /** Null where it was no passkey that was used. */
  @Column('uuid', { name: 'passkey_id', nullable: true }) passkeyId!: string | null;
  @Column('text') kind!: RiskKind;
  /** What was expected and what came. */
  @Column('jsonb') facts!: Record<string, string | number | boolean>;
  @Column('timestamptz') at!: Date;
}
