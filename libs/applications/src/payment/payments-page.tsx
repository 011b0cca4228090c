import { formatDate } from '#lib/calendar';
import { moneyWords } from '#lib/catalogue';
import { type Agency, agencyName } from '#lib/organisations';
import type { PaymentOrder } from '#lib/payments';
import { legalDate, say } from '#lib/platform';
import { CodeText, EmptyState, type PageContext, PageHeading, QueueTable, SitePage, Tag } from '#lib/web';
import { texts } from './texts.js';

interface PaymentsPageProps {
  context: PageContext;
  agencies: Agency[];
  waiting: PaymentOrder[];
  settled: PaymentOrder[];
}

/** What waits for the cashier, the oldest first, then what was settled last. */
export function PaymentsPage({ context, agencies, waiting, settled }: PaymentsPageProps) {
  const t = texts(context.language);
  const [only, second] = agencies;
  return (
    <SitePage
      context={context}
      title={t('title')}
      layout="wide"
      back={{ href: '/', text: t('back-to-queue') }}
      place={only && !second ? agencyName(only, context.language) : undefined}
    >
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      {waiting.length === 0 ? (
        <EmptyState title={t('nothing-waits-title')}>{t('nothing-waits')}</EmptyState>
      ) : (
        <Orders context={context} orders={waiting} caption={t('waiting')} />
      )}
      {settled.length > 0 && (
        <>
          <h2>{t('settled')}</h2>
          <Orders context={context} orders={settled} caption={t('settled')} />
        </>
      )}
    </SitePage>
  );
}

const colours = {
  due: 'yellow',
  'refund-due': 'red',
  paid: 'green',
  refunded: 'grey',
  cancelled: 'grey',
} as const;

function Orders({
  context: { language },
  orders,
  caption,
}: {
  context: PageContext;
  orders: PaymentOrder[];
  caption: string;
}) {
  const t = texts(language);
  return (
    <QueueTable
      caption={caption}
      columns={[
        { id: 'number', title: t('application'), heads: true },
        { id: 'state', title: t('state'), bare: true },
        { id: 'procedure', title: t('procedure'), bare: true },
        { id: 'amount', title: t('amount'), whole: true },
        { id: 'asked', title: t('asked'), whole: true },
      ]}
      rows={orders.map((order) => ({
        id: order.id,
        cells: {
          number: (
            <a href={`/payments/${order.id}`}>
              <CodeText>{order.number}</CodeText>
            </a>
          ),
          state: <Tag colour={colours[order.state]}>{t(`state-${order.state}`)}</Tag>,
          procedure: say(order.title, language),
          amount: moneyWords(language, order.amountDong),
          asked: formatDate(language, legalDate(order.askedAt)),
        },
      }))}
    />
  );
}
