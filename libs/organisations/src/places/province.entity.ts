import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A province or centrally run city (34 since 1 July 2025). Codes are strings: leading zeros count. */
@Entity({ schema: 'organisations', name: 'province' })
export class Province {
  @PrimaryColumn('text') code!: string;
  @Column('text', { name: 'name_vi' }) nameVi!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
}
