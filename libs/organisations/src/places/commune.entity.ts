import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A commune, ward or special zone (3,321 since 1 July 2025). */
@Entity({ schema: 'organisations', name: 'commune' })
export class Commune {
  @PrimaryColumn('text') code!: string;
  @Column('text', { name: 'province_code' }) provinceCode!: string;
  @Column('text', { name: 'name_vi' }) nameVi!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
}
