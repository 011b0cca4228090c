import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StateValue } from '#lib/workflow';

/** A filed application: a narrow row that every step moves; what was said and done lies beside it. */
@Entity({ schema: 'applications', name: 'application' })
export class Application {
  /** The id of the draft it was filed from. */
  @PrimaryColumn('uuid') id!: string;
  /** `000.00.12.H26-261120-0042`: unit, day of filing, running number of the day (Circular 01/2018, art 19). */
  @Column('text') number!: string;
  /** Code of the procedure. */
  @Column('text') code!: string;
  @Column('uuid', { name: 'revision_id' }) revisionId!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  /** The mandate it is filed under for somebody else; null where it is the applicant's own. */
  @Column('uuid', { name: 'on_behalf_of', nullable: true }) onBehalfOf!: string | null;
  /** Who acts under that mandate. */
  @Column('uuid', { name: 'represented_by', nullable: true }) representedBy!: string | null;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  /** The officer who works on it; null where it is nobody's yet. Others of its agency may act on it all the same. */
  @Column('uuid', { name: 'assigned_to', nullable: true }) assignedTo!: string | null;
  @Column('jsonb') state!: StateValue;
  /** National status 1 to 10, always that of the state. */
  @Column('smallint') status!: number;
  @Column('text', { name: 'waits_for' }) waitsFor!: 'citizen' | 'officer' | 'system' | 'nobody';
  /** Grows by one with every step; whoever acts names the version they saw. Equals the last event's sequence. */
  @Column('int') version!: number;
  /** Hash of the last event. */
  @Column('bytea', { name: 'head_hash' }) headHash!: Buffer;
  @Column('timestamptz', { name: 'filed_at' }) filedAt!: Date;
  /** Where the legal clock counts from. */
  @Column('timestamptz', { name: 'clock_started_at' }) clockStartedAt!: Date;
  /** Set while the clock stands still, or for good once it stopped. */
  @Column('timestamptz', { name: 'clock_stopped_at', nullable: true }) clockStoppedAt!: Date | null;
  /** When it stood still since it was started, oldest first, as ISO instants. */
  @Column('jsonb') suspensions!: { from: string; to: string }[];
  /** When the deadline was put off since then, and by how many units of its term; once at most. */
  @Column('jsonb', { nullable: true }) extension!: { at: string; by: number } | null;
  /** Last instant at which the agency is in time; null where the procedure states no deadline. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  /** The case of its procedure whose deadline it has, by id; null for the usual one. */
  @Column('text', { name: 'deadline_case', nullable: true }) deadlineCase!: string | null;
  /** The other date an apology promised; the deadline of the law stays what it is. */
  @Column('timestamptz', { name: 'promised_at', nullable: true }) promisedAt!: Date | null;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
  /** The applicant answered a request for supplements, and no officer has acted since. */
  @Column('boolean', { default: false }) answered!: boolean;
}
