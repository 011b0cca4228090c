import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a check at a counter is for. */
export type CounterPurpose = 'raise' | 'unlock' | 'recovery';
export const documents = ['identity-card', 'passport', 'residence-card'] as const;
export type DocumentKind = (typeof documents)[number];
export const refusalReasons = [
  'document-doubtful',
  'face-differs',
  'data-differ',
  'not-of-own-will',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A check at a counter: asked for by a citizen, done by one officer, decided by another. */
@Entity({ schema: 'identity', name: 'counter_request' })
export class CounterRequest {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') purpose!: CounterPurpose;
  /** Null where nobody with an account is as claimed: the code looks like any other and opens nothing. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Sealed at `counter:id-number:<id>`. */
  @Column('text', { name: 'id_number_sealed' }) idNumberSealed!: string;
  @Column('text', { name: 'code_index', unique: true }) codeIndex!: string;
  /** Sealed at `counter:code:<id>`, to be shown again. */
  @Column('text', { name: 'code_sealed' }) codeSealed!: string;
  /** The browser that may go on once it is approved; null where the person is signed in. */
  @Column('bytea', { name: 'pre_session', nullable: true }) preSession!: Buffer | null;
  /** Where the person was. */
  @Column('text') next!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** The end of the code; once it was opened, of the check; once approved, of what it opens. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text') state!: 'waiting' | 'checked' | 'approved' | 'refused';
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  @Column('uuid', { name: 'first_officer', nullable: true }) firstOfficer!: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt!: Date | null;
  @Column('text', { nullable: true }) document!: DocumentKind | null;
  /** The last four characters of the document's number. */
  @Column('text', { name: 'document_tail', nullable: true }) documentTail!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('uuid', { name: 'second_officer', nullable: true }) secondOfficer!: string | null;
  @Column('text', { nullable: true }) reason!: RefusalReason | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
