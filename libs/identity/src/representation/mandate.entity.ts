import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GrantedHow, MandateKind, Scopes } from './mandate-rules.js';

/** That one person may act for somebody else: for what, why, since when, until when. Ended, it stays as it was. */
@Entity({ schema: 'identity', name: 'mandate' })
export class Mandate {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: MandateKind;
  /** A `RepresentedPerson`, sealed at `mandate:represented:<id>`; null for an organisation. */
  @Column('text', { name: 'represented_sealed', nullable: true }) representedSealed!: string | null;
  /** Blind index of their ID number: they are found by it once they have an account, whenever that is. */
  @Column('text', { name: 'represented_index', nullable: true }) representedIndex!: string | null;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** Null until somebody who was named by their ID number has accepted. */
  @Column('uuid', { name: 'representative_id', nullable: true }) representativeId!: string | null;
  /** Blind index of the ID number of whoever was asked to act; null where nobody need be asked. */
  @Column('text', { name: 'invited_index', nullable: true }) invitedIndex!: string | null;
  /** An `Invited`, sealed at `mandate:invited:<id>`: who was asked, as whoever asked them typed it. */
  @Column('text', { name: 'invited_sealed', nullable: true }) invitedSealed!: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('jsonb') scopes!: Scopes;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  /** Null where it lasts until it is ended. */
  @Column('timestamptz', { name: 'valid_until', nullable: true }) validUntil!: Date | null;
  @Column('text', { name: 'granted_how' }) grantedHow!: GrantedHow;
  /** What it rests on, without personal data: which register, read when; which officers. */
  @Column('jsonb') evidence!: object;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  /** Who ended it; null where a register did. */
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy!: string | null;
}
