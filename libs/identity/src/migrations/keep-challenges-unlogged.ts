import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Challenges and counted tries live for minutes, and losing them in a crash costs a second attempt: they need not wait
 * for the disk. Everybody of a network counts in one row, and each waited there for the write of the one before.
 */
export class KeepChallengesUnlogged1795400001700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE identity.challenge SET UNLOGGED; ALTER TABLE identity.throttle SET UNLOGGED',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identity.challenge SET LOGGED; ALTER TABLE identity.throttle SET LOGGED');
  }
}
