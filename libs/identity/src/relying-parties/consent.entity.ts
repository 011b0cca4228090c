import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SharedScope } from './shared-scopes.js';

/** A person's word that a system may know something of them. In force until `endedAt`; one a system at a time. */
@Entity({ schema: 'identity', name: 'consent' })
export class Consent {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** The system, as `data/relying-parties.yaml` names it. */
  @Column('text', { name: 'client_id' }) clientId!: string;
  @Column('text', { array: true }) scopes!: ('openid' | SharedScope)[];
  /** SHA-256 of the words the person agreed to, in canonical form: proof of what stood on the page. */
  @Column('bytea', { name: 'words_hash' }) wordsHash!: Buffer;
  @Column('timestamptz', { name: 'given_at' }) givenAt!: Date;
  /** The last sign-in at that system. */
  @Column('timestamptz', { name: 'last_used_at' }) lastUsedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
}
