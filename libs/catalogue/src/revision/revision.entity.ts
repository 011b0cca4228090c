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
  /** From when new applications start on it: published beforehand, it waits. */
  @Column('timestamptz', { name: 'in_force_from' }) inForceFrom!: Date;
  /** From when another one has its place; null while none is published to follow. */
  @Column('timestamptz', { name: 'in_force_until', nullable: true }) inForceUntil!: Date | null;
  /** Made and approved in the designers' room, and so not followed by what the product ships. */
  @Column('boolean') designed!: boolean;
  /** Null while no other follows; until when may be filed under it once one does. */
  @Column('timestamptz', { name: 'filable_until', nullable: true }) filableUntil!: Date | null;
}
