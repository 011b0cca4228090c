import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The desk learns whose matter an application is, by the blind index alone: names travel with what was signed. */
export class KnowTheRepresentedAtTheDesk1795400001420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT SELECT (id, represented_index) ON identity.mandate TO dvc_desk');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE SELECT (id, represented_index) ON identity.mandate FROM dvc_desk');
  }
}
