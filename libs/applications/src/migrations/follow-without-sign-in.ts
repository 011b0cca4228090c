import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tracking secret of a receipt: hashed to be looked for, sealed to be shown again. */
export class FollowWithoutSignIn1795400002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applications.tracking_secret (
        application_id uuid PRIMARY KEY REFERENCES applications.application,
        secret_hash text NOT NULL UNIQUE,
        secret_sealed text NOT NULL,
        made_at timestamptz NOT NULL
      );
      GRANT SELECT, INSERT ON applications.tracking_secret TO dvc_portal;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE applications.tracking_secret');
  }
}
