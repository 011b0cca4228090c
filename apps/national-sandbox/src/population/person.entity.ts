import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';

/** A place by the codes of the administrative units, and the rest of the address. */
export interface RegisteredPlace {
  province: string;
  commune: string;
  detail: string;
}

/** A person in the population register, living or dead, in the household they are registered with. */
@Entity({ schema: 'national', name: 'person' })
export class Person {
  @PrimaryColumn('text', { name: 'id_number' }) idNumber!: string;
  @Column('text', { name: 'full_name' }) fullName!: string;
  /** YYYY-MM-DD. */
  @Column('date', { name: 'birth_date' }) birthDate!: string;
  @Column('text') sex!: 'male' | 'female';
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('boolean') deceased!: boolean;
  /** ISO 3166-1 alpha-2. */
  @Column('text') nationality!: string;
  @Column('text', { name: 'ethnic_group', nullable: true }) ethnicGroup!: string | null;
  @Column('text', { name: 'spouse_id_number', nullable: true }) spouseIdNumber!: string | null;
  @Column('jsonb') residence!: RegisteredPlace & { kind: 'permanent' | 'temporary' };
  @Column('jsonb', { nullable: true }) hometown!: RegisteredPlace | null;
  @Column('integer') household!: number;
  /** What they are to the head of the household. */
  @Column('text') relationship!: string;
  /** Place in the list of people. */
  @Column('integer') position!: number;
  /** What a tester can try with this person; null for the officers of the desk, who are not there for that. */
  @Column('jsonb', { name: 'test_case', nullable: true }) testCase!: Localised | null;
}
