import { newId, type Platform, type Tx } from '#lib/platform';
import { usualProvider } from '../provider/providers.js';
import { PaymentOrder } from './payment-order.entity.js';

type Asked = Pick<
  PaymentOrder,
  'applicationId' | 'sequence' | 'number' | 'title' | 'agencyId' | 'amountDong'
>;

/** Asks for money. The same event asks once, however often this runs. To be called in a transaction. */
export async function requestPayment(tx: Tx, platform: Platform, asked: Asked): Promise<void> {
  const orders = tx.getRepository(PaymentOrder);
  await orders
    .createQueryBuilder()
    .insert()
    .values({
      ...asked,
      id: newId(),
      provider: usualProvider.id,
      state: 'due',
      askedAt: platform.clock.now(),
    })
    .orIgnore()
    .updateEntity(false)
    .execute();
  const { applicationId, sequence } = asked;
  await usualProvider.ask(tx, await orders.findOneByOrFail({ applicationId, sequence }));
}
