import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer of another legal representative, once it is given. */
@Entity({ schema: 'identity', name: 'organisation_consent' })
export class OrganisationConsent {
  @PrimaryColumn('uuid', { name: 'request_id' }) requestId!: string;
  /** Blind index of their ID number: they are found by it once they have an account, whenever that is. */
  @PrimaryColumn('text', { name: 'person_index' }) personIndex!: string;
  /** Their name as the business register has it, sealed at `organisation-consent:name:<request>`. */
  @Column('text', { name: 'name_sealed' }) nameSealed!: string;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) answer!: 'consented' | 'refused' | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
}
