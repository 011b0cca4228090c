import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is to be paid for applications: one order for each time a fee is asked for. A receipt number is used once at an
 * agency, and stands exactly where money was received.
 */
export class CreatePayments1795400002800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA payments;
      GRANT USAGE ON SCHEMA payments TO dvc_portal, dvc_desk, dvc_worker;
      CREATE TABLE payments.payment_order (
        id uuid PRIMARY KEY,
        application_id uuid NOT NULL,
        sequence integer NOT NULL,
        number text NOT NULL,
        title jsonb NOT NULL,
        agency_id uuid NOT NULL REFERENCES organisations.agency,
        amount_dong bigint NOT NULL CHECK (amount_dong > 0),
        provider text NOT NULL,
        state text NOT NULL CHECK (state IN ('due', 'cancelled', 'paid', 'refund-due', 'refunded')),
        asked_at timestamptz NOT NULL,
        receipt_number text,
        paid_at timestamptz,
        confirmed_by uuid REFERENCES organisations.officer,
        confirm_key uuid,
        refund_number text,
        refunded_at timestamptz,
        refunded_by uuid REFERENCES organisations.officer,
        refund_key uuid,
        UNIQUE (application_id, sequence),
        CONSTRAINT payment_order_received CHECK (
          (state IN ('paid', 'refund-due', 'refunded')) = (receipt_number IS NOT NULL)
          AND (receipt_number IS NULL) = (paid_at IS NULL)),
        CONSTRAINT payment_order_returned CHECK (
          (state = 'refunded') = (refund_number IS NOT NULL) AND (refund_number IS NULL) = (refunded_at IS NULL))
      );
      CREATE UNIQUE INDEX payment_order_receipt ON payments.payment_order (agency_id, receipt_number);
      CREATE INDEX payment_order_of_agency ON payments.payment_order (agency_id, state, asked_at);
      GRANT SELECT ON payments.payment_order TO dvc_portal, dvc_desk, dvc_worker;
      GRANT INSERT, UPDATE (state) ON payments.payment_order TO dvc_worker;
      GRANT UPDATE (state, receipt_number, paid_at, confirmed_by, confirm_key,
        refund_number, refunded_at, refunded_by, refund_key) ON payments.payment_order TO dvc_desk;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA payments CASCADE');
  }
}
