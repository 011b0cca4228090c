import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation with an account here: one account, bound to one of its legal representatives. */
@Entity({ schema: 'identity', name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid') id!: string;
  /** Ten digits, or thirteen for a dependent unit. */
  @Column('text', { name: 'tax_code', unique: true }) taxCode!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'legal_representative_id' }) legalRepresentativeId!: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt!: Date;
  /** Which register said so, read when. */
  @Column('jsonb') evidence!: object;
  /** When the business register was last asked whether it still stands behind this. */
  @Column('timestamptz', { name: 'checked_at' }) checkedAt!: Date;
  /** Since when it does not: nobody acts for the organisation until a legal representative takes the account over. */
  @Column('timestamptz', { name: 'lapsed_at', nullable: true }) lapsedAt!: Date | null;
  @Column('text', { name: 'lapsed_because', nullable: true })
  lapsedBecause!: 'representative-changed' | 'not-active' | null;
  /** Closed by the representative; any representative may open it again, as the first time. */
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
}
