import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What of a person was seen. The codes are the CHECK constraint of the column too. */
export const accessedThings = [
  'queue-row',
  'case-file',
  'attachment',
  'register-query',
  'identity-check',
  'shared-data',
] as const;
export type AccessedThing = (typeof accessedThings)[number];

/** Somebody saw personal data: who, whose, what of it, and why. Written once and never changed. */
@Entity({ schema: 'audit', name: 'access_event' })
export class AccessEvent {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { name: 'actor_kind' }) actorKind!: 'officer' | 'system' | 'citizen';
  /** Officer id or person id; null for the system itself. */
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId!: string | null;
  /** The roles in which an officer looked; empty for anybody else. */
  @Column('text', { name: 'actor_roles', array: true }) actorRoles!: string[];
  /** The agency in whose name an officer looked. */
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId!: string | null;
  /** Why, as a code: `case-handling`. */
  @Column('text') purpose!: string;
  /** Whose data it is; null where they are known by `subjectIndex`. */
  @Column('uuid', { name: 'subject_person_id', nullable: true }) subjectPersonId!: string | null;
  /** Blind index of their ID number, where that was known: they may have no account, or not yet. */
  @Column('text', { name: 'subject_index', nullable: true }) subjectIndex!: string | null;
  /** The application it was seen in or looked up for. */
  @Column('uuid', { name: 'case_id', nullable: true }) caseId!: string | null;
  @Column('text') what!: AccessedThing;
  /** Another system that was told, by the name it signs people in under; null where nothing left the portal. */
  @Column('text', { name: 'relying_party', nullable: true }) relyingParty!: string | null;
  /** What it was told of, by its scopes. */
  @Column('text', { array: true }) scopes!: string[];
}
