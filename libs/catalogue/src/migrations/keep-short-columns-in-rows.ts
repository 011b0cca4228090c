import type { MigrationInterface, QueryRunner } from 'typeorm';

const texts = ['title', 'field', 'field_slug'];
const lists = ['levels', 'applicants'];

/**
 * With a low `toast_tuple_target` PostgreSQL moved even short columns out of the rows, until they were small enough: every
 * title and field that a list or a search read was looked up by itself (16 pages a row). Prose, facts and terms stay aside.
 */
export class KeepShortColumnsInRows1795400003660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE catalogue.procedure ${inStorage('MAIN')}`);
    // A value that is set anew is stored anew.
    const anew = [
      ...texts.map((name) => `${name} = ${name} || ''`),
      ...lists.map((name) => `${name} = ${name} || '{}'`),
    ];
    await runner.query(`UPDATE catalogue.procedure SET ${anew.join(', ')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE catalogue.procedure ${inStorage('EXTENDED')}`);
  }
}

function inStorage(storage: string): string {
  return [...texts, ...lists].map((name) => `ALTER COLUMN ${name} SET STORAGE ${storage}`).join(', ');
}
