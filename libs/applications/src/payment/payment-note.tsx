import { formatDate, formatDateTime } from '#lib/calendar';
import { moneyWords } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import type { PaymentOrder } from '#lib/payments';
import { type Language, legalDate } from '#lib/platform';
import { CodeText, SummaryList } from '#lib/web';
import { texts } from './texts.js';

interface PaymentNoteProps {
  orders: PaymentOrder[];
  /** The agency whose cashier takes the money. */
  agency: Agency;
  number: string;
  until: Date | undefined;
  language: Language;
}

/** To the citizen: what to pay, where and until when; what was paid; what comes back. */
export function PaymentNote({ orders, agency, number, until, language }: PaymentNoteProps) {
  const t = texts(language);
  const told = orders.filter(({ state }) => state !== 'cancelled');
  if (told.length === 0) return null;
  return (
    <section id="payment">
      <h2>{t('note-title')}</h2>
      {told.map((order) => (
        <SummaryList
          rows={[
            { key: t('state'), value: <strong>{t(`citizen-${order.state as 'due'}`)}</strong> },
            { key: t('amount'), value: <strong>{moneyWords(language, order.amountDong)}</strong> },
            ...(order.state === 'due'
              ? [
                  {
                    key: t('where'),
                    value: t('where-cashier', { agency: agencyName(agency, language) }),
                  },
                  { key: t('say'), value: <CodeText>{number}</CodeText> },
                  ...(until ? [{ key: t('until'), value: formatDateTime(language, until) }] : []),
                ]
              : []),
            ...(order.paidAt
              ? [
                  { key: t('receipt-number'), value: <CodeText>{order.receiptNumber ?? ''}</CodeText> },
                  { key: t('paid-at'), value: formatDate(language, legalDate(order.paidAt)) },
                ]
              : []),
            ...(order.refundedAt
              ? [
                  { key: t('refund-number'), value: <CodeText>{order.refundNumber ?? ''}</CodeText> },
                  { key: t('refunded-at'), value: formatDate(language, legalDate(order.refundedAt)) },
                ]
              : []),
          ]}
        />
      ))}
    </section>
  );
}
