import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An organisation with an account here: one account, bound to its legal representative. */
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
}
