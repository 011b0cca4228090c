import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';
import type { RegisteredPlace } from './person.entity.js';

/** A child who is born and not yet registered: what the hospital certified. */
@Entity({ schema: 'national', name: 'newborn' })
export class Newborn {
  @PrimaryColumn('text', { name: 'certificate_number' }) certificateNumber!: string;
  @Column('text', { name: 'mother_id_number' }) motherIdNumber!: string;
  @Column('text') sex!: 'male' | 'female';
  @Column('timestamptz', { name: 'born_at' }) bornAt!: Date;
  @Column('integer', { name: 'weight_grams' }) weightGrams!: number;
  @Column('jsonb') hospital!: RegisteredPlace;
  /** The name the parents think of; any other is as good. */
  @Column('text', { name: 'proposed_name' }) proposedName!: string;
  /** What a tester can try with this child. */
  @Column('jsonb', { name: 'test_case' }) testCase!: Localised;
}
