import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's question why their data was seen, one for each access, and its answer. */
@Entity({ schema: 'transparency', name: 'access_question' })
export class AccessQuestion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'access_id', unique: true }) accessId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** Whose auditor answers; null for an access by the portal itself, which any auditor answers. */
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  /** Last instant at which the answer is in time. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
  /** Sealed at `access-question:question:<id>`. */
  @Column('text', { name: 'question_sealed' }) questionSealed!: string;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy!: string | null;
  /** Sealed at `access-question:answer:<id>`. */
  @Column('text', { name: 'answer_sealed', nullable: true }) answerSealed!: string | null;
}
