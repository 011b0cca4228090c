import { Column, Entity, PrimaryColumn } from 'typeorm';

/** By what an identity was shown to be true. */
export type ProofingMethod = 'register-and-phone' | 'national-identity' | 'counter';

/** One time that an identity was shown to be true. Written once, never changed. */
@Entity({ schema: 'identity', name: 'proofing' })
export class Proofing {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') method!: ProofingMethod;
  @Column('smallint') level!: 1 | 2;
  @Column('timestamptz') at!: Date;
  /** Facts of the check; of the person no more than the last digits of a document. */
  @Column('jsonb') evidence!: object;
  /** At a counter: who compared, then who approved. Else empty. */
  @Column('uuid', { array: true }) officers!: string[];
}
