import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '#lib/platform';
import type { RegisteredPlace } from '../population/person.entity.js';

/** Somebody who represents an enterprise by law, and as what. */
export interface LegalRepresentative {
  idNumber: string;
  position: 'director' | 'chairperson' | 'head-of-household-business';
}

/** An enterprise or household business in the business register, active or dissolved. */
@Entity({ schema: 'national', name: 'enterprise' })
export class Enterprise {
  /** Enterprise code, which is the tax code too: ten digits. */
  @PrimaryColumn('text', { name: 'tax_code' }) taxCode!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'limited-company' | 'joint-stock-company' | 'household-business';
  @Column('text') status!: 'active' | 'dissolved';
  /** YYYY-MM-DD. */
  @Column('date', { name: 'registered_on' }) registeredOn!: string;
  @Column('jsonb') address!: RegisteredPlace;
  @Column('jsonb') representatives!: LegalRepresentative[];
  /** Place in the list of enterprises. */
  @Column('integer') position!: number;
  /** What a tester can try with this enterprise. */
  @Column('jsonb', { name: 'test_case' }) testCase!: Localised;
}
