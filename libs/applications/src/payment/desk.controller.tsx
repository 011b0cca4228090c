import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { agencyById } from '#lib/organisations';
import { confirmReceived, noteRefunded, orderAt, ordersAt } from '#lib/payments';
import { newId, Platform, Refusal, transaction, type Tx } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  Who,
  WhoMay,
} from '#lib/web';
import { refuseOwnMatter } from '../act/refuse-own-matter.js';
import { Application } from '../application/application.entity.js';
import { askFollowUp } from '../outbox/ask-follow-up.js';
import { cashierOf } from './cashier-of.js';
import { PaymentPage } from './payment-page.js';
import { PaymentsPage } from './payments-page.js';
import { readPaymentForm, type TypedPayment } from './read-payment-form.js';

/** The room of an agency's cashier: what is to be paid, what was paid, and what is to be given back. */
@Controller('payments')
export class PaymentsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async list(@Context() context: PageContext, @Who() officer: Principal) {
    const { manager } = this.platform.database;
    const agencyIds = cashierOf(officer);
    const agencies = await Promise.all(agencyIds.map((id) => agencyById(manager, id)));
    return renderPage(
      <PaymentsPage context={context} agencies={agencies} {...(await ordersAt(manager, agencyIds))} />,
    );
  }

  @Get(':id')
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ) {
    return renderPage(
      <PaymentPage
        {...(await this.read(context, officer, id))}
        done={done === 'received' || done === 'refunded' ? done : undefined}
      />,
    );
  }

  /** The money is there. */
  @Post(':id/receipt')
  @WhoMay('officer')
  receive(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const typed = readPaymentForm(body, 'receipt');
    return this.settle({ context, officer, id, typed, reply, done: 'received' }, async (tx, order) => {
      const application = await tx.getRepository(Application).findOneByOrFail({ id: order.applicationId });
      await refuseOwnMatter(tx, officer.id, application);
      if (application.waitsFor === 'nobody' && order.state === 'due')
        throw new Refusal('payment-settled', 409);
      const isNew = await confirmReceived(tx, this.platform, {
        orderId: id,
        officerId: officer.id,
        amountDong: typed.amountDong,
        receiptNumber: typed.number,
        key: typed.key,
      });
      if (isNew) await askFollowUp(tx, order.applicationId);
    });
  }

  /** The money was given back. */
  @Post(':id/refund')
  @WhoMay('officer')
  refund(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const typed = readPaymentForm(body, 'refund');
    return this.settle({ context, officer, id, typed, reply, done: 'refunded' }, async (tx, order) => {
      const application = await tx.getRepository(Application).findOneByOrFail({ id: order.applicationId });
      await refuseOwnMatter(tx, officer.id, application);
      const isNew = await noteRefunded(tx, this.platform, {
        orderId: id,
        officerId: officer.id,
        refundNumber: typed.number,
        key: typed.key,
      });
      if (isNew) await askFollowUp(tx, order.applicationId);
    });
  }

  private async settle(
    { context, officer, id, typed, reply, done }: Settling,
    act: (tx: Tx, order: Awaited<ReturnType<typeof orderAt>>) => Promise<void>,
  ) {
    const agencyIds = cashierOf(officer);
    const order = await orderAt(this.platform.database.manager, agencyIds, id);
    let refused: Refusal | undefined;
    if (typed.errors.length === 0)
      try {
        await transaction(this.platform.database, (tx) => act(tx, order));
        return reply.redirect(`/payments/${id}?done=${done}`, 303);
      } catch (error) {
        if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
        refused = error;
      }
    const page = await this.read(context, officer, id);
    return sendPage(reply, <PaymentPage {...page} typed={typed} refused={refused} />, refused?.status ?? 422);
  }

  private async read(context: PageContext, officer: Principal, id: string) {
    const { manager } = this.platform.database;
    const order = await orderAt(manager, cashierOf(officer), id);
    return { context, order, agency: await agencyById(manager, order.agencyId), newKey: newId() };
  }
}

interface Settling {
  context: PageContext;
  officer: Principal;
  id: string;
  typed: TypedPayment;
  reply: FastifyReply;
  done: 'received' | 'refunded';
}
