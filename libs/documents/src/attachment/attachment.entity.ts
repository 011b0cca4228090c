import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MediaType } from './media-type.js';

/** A paper that someone handed in: what it is and whose. Its content lies beside, named by its digest. */
@Entity({ schema: 'documents', name: 'attachment' })
export class Attachment {
  @PrimaryColumn('uuid') id!: string;
  /** The draft it was uploaded to, and the application filed from it: they share the id. */
  @Column('uuid', { name: 'case_id' }) caseId!: string;
  @Column('uuid', { name: 'owner_person_id' }) ownerPersonId!: string;
  /** SHA-256 of the content, 64 hexadecimal digits: the citizen's receipt. */
  @Column('text') sha256!: string;
  /** Bytes. */
  @Column('int') size!: number;
  @Column('text', { name: 'media_type' }) mediaType!: MediaType;
  /** The name of the file, sealed at `attachment:name:<id>`: people put names and numbers into it. */
  @Column('text', { name: 'name_sealed' }) nameSealed!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
