import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A system looked somebody up: who asked, why, about whom, and whether there was such a person. */
@Entity({ schema: 'national', name: 'access_entry' })
export class AccessEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') caller!: string;
  @Column('text') purpose!: string;
  @Column('text') question!: 'person' | 'household';
  @Column('text', { name: 'id_number' }) idNumber!: string;
  @Column('boolean') found!: boolean;
}
