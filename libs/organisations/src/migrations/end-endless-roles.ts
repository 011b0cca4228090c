import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles that were given without an end, before every role had one, end after the longest time that one is granted for. */
export class EndEndlessRoles1795400003301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE organisations.officer_role SET valid_until = greatest(valid_from, now()) + interval '24 months'
        WHERE valid_until IS NULL`);
  }

  // Which roles had no end is not kept: there is nothing to go back to.
  async down(): Promise<void> {}
}
