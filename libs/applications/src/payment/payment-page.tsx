import { formatDateTime } from '#lib/calendar';
import { moneyWords } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import type { PaymentOrder } from '#lib/payments';
import { type Refusal, refusalWords, say } from '#lib/platform';
import {
  Button,
  CodeText,
  ErrorSummary,
  Input,
  InsetText,
  type PageContext,
  PageHeading,
  SitePage,
  SummaryList,
} from '#lib/web';
import type { PaymentError, TypedPayment } from './read-payment-form.js';
import { texts } from './texts.js';

interface PaymentPageProps {
  context: PageContext;
  order: PaymentOrder;
  agency: Agency;
  newKey: string;
  typed?: TypedPayment;
  refused?: Refusal | undefined;
  done?: 'received' | 'refunded' | undefined;
}

/** One order before the cashier: how much for what, and the form for money that came or is to go back. */
export function PaymentPage({ context, order, agency, newKey, typed, refused, done }: PaymentPageProps) {
  const { language } = context;
  const t = texts(language);
  const amount = moneyWords(language, order.amountDong);
  const words = refused && refusalWords(refused.code, language, refused.facts);
  const field = refused?.code === 'amount-differs' ? 'amount' : 'number';
  const said = (of: 'amount' | 'number') => {
    const error = typed?.errors.find((each) => fieldOf[each] === of);
    return error ? t(error) : field === of ? words?.title : undefined;
  };
  const open = order.state === 'due' || order.state === 'refund-due';
  const errors = [
    ...(typed?.errors ?? []).map((error) => ({ text: t(error), href: `#${fieldOf[error]}` })),
    ...(words ? [{ text: `${words.title}. ${words.help}`, href: open ? `#${field}` : '#standing' }] : []),
  ];
  const receiving = order.state === 'due';
  return (
    <SitePage
      context={context}
      title={`${t(`state-${order.state}`)} · ${order.number}`}
      place={agencyName(agency, language)}
      back={{ href: '/payments', text: t('back') }}
      errors={errors.length > 0}
      flash={done && { kind: 'success', text: t(`done-${done}`) }}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <PageHeading caption={<CodeText>{order.number}</CodeText>}>{say(order.title, language)}</PageHeading>
      <SummaryList
        rows={[
          { key: t('state'), value: <strong id="standing">{t(`state-${order.state}`)}</strong> },
          { key: t('amount'), value: <strong>{amount}</strong> },
          { key: t('asked'), value: formatDateTime(language, order.askedAt) },
          ...(order.paidAt
            ? [
                { key: t('receipt-number'), value: <CodeText>{order.receiptNumber ?? ''}</CodeText> },
                { key: t('paid-at'), value: formatDateTime(language, order.paidAt) },
              ]
            : []),
          ...(order.refundedAt
            ? [
                { key: t('refund-number'), value: <CodeText>{order.refundNumber ?? ''}</CodeText> },
                { key: t('refunded-at'), value: formatDateTime(language, order.refundedAt) },
              ]
            : []),
        ]}
      />
      {open ? (
        <form method="post" action={`/payments/${order.id}/${receiving ? 'receipt' : 'refund'}`} noValidate>
          <h2>{t(receiving ? 'receive' : 'give-back')}</h2>
          <p>{t(receiving ? 'receive-hint' : 'give-back-hint', { amount })}</p>
          <input type="hidden" name="key" value={typed?.key ?? newKey} />
          {receiving && (
            <Input
              name="amount"
              label={t('amount-received')}
              hint={t('amount-hint', { amount })}
              inputmode="numeric"
              width={10}
              suffix="₫"
              value={typed?.amount}
              error={said('amount')}
            />
          )}
          <Input
            name="number"
            label={t(receiving ? 'receipt-number' : 'refund-number')}
            width={20}
            value={typed?.number}
            error={said('number')}
          />
          <Button preventDoubleClick>{t(receiving ? 'confirm' : 'confirm-refund')}</Button>
        </form>
      ) : (
        <InsetText>{t(`explains-${order.state as 'paid' | 'refunded' | 'cancelled'}`)}</InsetText>
      )}
    </SitePage>
  );
}

const fieldOf: Record<PaymentError, 'amount' | 'number'> = {
  'amount-missing': 'amount',
  'receipt-missing': 'number',
  'refund-missing': 'number',
};
