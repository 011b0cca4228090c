import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../audience.js';

export type PasskeyRisk = 'counter-regression' | 'backup-eligibility-changed' | 'user-handle-differs';
/** What an identity from elsewhere did not fit. */
export type FederationRiskKind =
  | 'federated-id-number-differs'
  | 'federated-subject-differs'
  | 'federated-data-differ';

/** Something in a sign-in that held which a copied passkey or a mistaken identity would also show. */
@Entity({ schema: 'identity', name: 'risk_event' })
export class RiskEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') audience!: Audience;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  /** Null where it was no passkey that was used. */
  @Column('uuid', { name: 'passkey_id', nullable: true }) passkeyId!: string | null;
  @Column('text') kind!: PasskeyRisk | FederationRiskKind;
  /** What was expected and what came. */
  @Column('jsonb') facts!: Record<string, string | number | boolean>;
  @Column('timestamptz') at!: Date;
}
