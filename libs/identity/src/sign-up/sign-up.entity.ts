import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A sign-up under way in one browser. A row is made whatever the register answered, with a code that nobody
 * knows where the data do not match, so that all that follows is the same.
 */
@Entity({ schema: 'identity', name: 'sign_up' })
export class SignUp {
  /** Hash of the pre-session token: a second try in the same browser replaces the first. */
  @PrimaryColumn('bytea', { name: 'pre_session' }) preSession!: Buffer;
  /** The id the person will have. */
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** Blind index of the code, bound to the pre-session. */
  @Column('text', { name: 'code_index' }) codeIndex!: string;
  /** What the register said, sealed at `sign-up:claims:<person id>`; null where the data do not match. */
  @Column('text', { name: 'claims_sealed', nullable: true }) claimsSealed!: string | null;
  /** Local path to return to. */
  @Column('text') next!: string;
  @Column('smallint') tries!: number;
  /** When the right code was given. */
  @Column('timestamptz', { name: 'proved_at', nullable: true }) provedAt!: Date | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
