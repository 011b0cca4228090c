import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A system looked somebody or an enterprise up: who asked, why, about whom, and whether there was any such. */
@Entity({ schema: 'national', name: 'access_entry' })
export class AccessEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') caller!: string;
  @Column('text') purpose!: string;
  @Column('text') question!: 'person' | 'household' | 'enterprise';
  /** The ID number of a person, the tax code of an enterprise. */
  @Column('text') about!: string;
  @Column('boolean') found!: boolean;
}
