import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A civil servant who handles applications. */
@Entity({ schema: 'organisations', name: 'officer' })
export class Officer {
  @PrimaryColumn('uuid') id!: string;
  /** Staff number: how people and seeds name an officer. */
  @Column('text', { name: 'staff_number', unique: true }) staffNumber!: string;
  @Column('text', { name: 'full_name' }) fullName!: string;
}
