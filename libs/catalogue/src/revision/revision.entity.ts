import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceDefinition } from '../definition/service-definition.js';

/** A published definition: immutable. Whoever started on it stays on it. */
@Entity({ schema: 'catalogue', name: 'revision' })
export class Revision {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  /** 1, 2, 3 … within a procedure. */
  @Column('int') number!: number;
  /** SHA-256 of the canonical form of the definition, hexadecimal. */
  @Column('text') digest!: string;
  @Column('jsonb') definition!: ServiceDefinition;
  @Column('timestamptz', { name: 'published_at' }) publishedAt!: Date;
  /** Null while it is in force; until when may be filed under it once another one is. */
  @Column('timestamptz', { name: 'filable_until', nullable: true }) filableUntil!: Date | null;
}
