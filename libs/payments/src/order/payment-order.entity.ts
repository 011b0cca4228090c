import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalisedName } from '#lib/platform';

/** Where an order stands: `cancelled` before anything was paid; `refund-due` until the money has been given back. */
export type PaymentState = 'due' | 'cancelled' | 'paid' | 'refund-due' | 'refunded';

/** What is to be paid for an application, once: how much, for what, to whom, and what came of it. */
@Entity({ schema: 'payments', name: 'payment_order' })
export class PaymentOrder {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'application_id' }) applicationId!: string;
  /** Of the event that asked for it. */
  @Column('int') sequence!: number;
  /** Of the application, by which payer and cashier find each other. */
  @Column('text') number!: string;
  /** Of the procedure it is paid for. */
  @Column('jsonb') title!: LocalisedName;
  @Column('uuid', { name: 'agency_id' }) agencyId!: string;
  @Column('bigint', { name: 'amount_dong', transformer: { to: String, from: Number } }) amountDong!: number;
  /** Who takes the money: the id of a `PaymentProvider`. */
  @Column('text') provider!: string;
  @Column('text') state!: PaymentState;
  @Column('timestamptz', { name: 'asked_at' }) askedAt!: Date;
  @Column('text', { name: 'receipt_number', nullable: true }) receiptNumber!: string | null;
  @Column('timestamptz', { name: 'paid_at', nullable: true }) paidAt!: Date | null;
  /** The cashier who said that the money is there. */
  @Column('uuid', { name: 'confirmed_by', nullable: true }) confirmedBy!: string | null;
  /** Made with the form that confirmed it, so that a repeated POST is one payment. */
  @Column('uuid', { name: 'confirm_key', nullable: true }) confirmKey!: string | null;
  @Column('text', { name: 'refund_number', nullable: true }) refundNumber!: string | null;
  @Column('timestamptz', { name: 'refunded_at', nullable: true }) refundedAt!: Date | null;
  @Column('uuid', { name: 'refunded_by', nullable: true }) refundedBy!: string | null;
  @Column('uuid', { name: 'refund_key', nullable: true }) refundKey!: string | null;
}
