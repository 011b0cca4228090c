import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last enrolment link the desk made for an officer, as if it had come in a sealed letter. */
@Entity({ schema: 'national', name: 'enrolment_letter' })
export class EnrolmentLetter {
  @PrimaryColumn('uuid', { name: 'officer_id' }) officerId!: string;
  @Column('text') url!: string;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  /** Null where the desk did not say. */
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
}
