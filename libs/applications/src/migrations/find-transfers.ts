import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What left an agency for another is listed there. Few events are transfers: the index costs the others nothing. */
export class FindTransfers1795400003110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX event_transfer ON applications.event (agency_id, at DESC) WHERE type = 'transfer'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX applications.event_transfer');
  }
}
