import type { MigrationInterface, QueryRunner } from 'typeorm';

const short = ['title', 'field', 'field_slug', 'levels', 'applicants'];

/**
 * With a low `toast_tuple_target` PostgreSQL moved even short columns out of the rows, until they were small enough: every
 * title and field that a list or a search read was looked up by itself (16 pages a row). Prose, facts and terms stay aside;
 * of the facts, lists read the channels alone. A new stored column writes every row anew.
 */
export class KeepWhatListsRead1795400003660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE catalogue.procedure ${inStorage('MAIN')},
        ADD COLUMN channels jsonb NOT NULL GENERATED ALWAYS AS (facts -> 'channels') STORED`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE catalogue.procedure ${inStorage('EXTENDED')}, DROP COLUMN channels`);
  }
}

function inStorage(storage: string): string {
  return short.map((name) => `ALTER COLUMN ${name} SET STORAGE ${storage}`).join(', ');
}
