import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a text came to be saved. */
export type HowSaved = 'begun' | 'typed' | 'uploaded' | 'restored' | 'filled-in';

/** What a draft revision said at one time, letter by letter, and who saved it so. Never changed, never deleted. */
@Entity({ schema: 'designing', name: 'saved_text' })
export class SavedText {
  @PrimaryColumn('uuid', { name: 'draft_id' }) draftId!: string;
  @PrimaryColumn('int') version!: number;
  @Column('text') text!: string;
  @Column('text') how!: HowSaved;
  /** Officer id. */
  @Column('uuid', { name: 'saved_by' }) savedBy!: string;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
}
