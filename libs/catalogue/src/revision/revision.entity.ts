import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceDefinition } from '../definition/service-definition.js';

/** A published definition: immutable. Whoever started on it stays on it. */
@Entity({ schema: 'catalogue', name: 'revision' })
export class Revision {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  /** 1, 2, 3 … within a procedure; the highest is in force. */
  @Column('int') number!: number;
  /** SHA-256 of the canonical form of the definition, hexadecimal. */
  @Column('text') digest!: string;
  @Column('jsonb') definition!: ServiceDefinition;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
}
