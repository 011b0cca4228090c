import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { Platform, Refusal, transaction } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { allowedEvents } from '#lib/workflow';
import { ActForm } from '../act/act.form.js';
import { performAct } from '../act/perform-act.js';
import { applicantActors } from '../relation/actors-of.js';
import { applicationToActOn } from './own-application.js';
import { WithdrawalPage } from './withdrawal-page.js';

/** The citizen takes an application back, where its workflow lets them. */
@Controller('applications/:id/withdrawal')
export class WithdrawalController {
  constructor(private readonly platform: Platform) {}

  /** What withdrawing means, before it is done; where it cannot be done any more, the application says so. */
  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    try {
      const application = await applicationToActOn(manager, this.platform, principal, id);
      const { definition } = await revisionById(manager, application.revisionId);
      const acts = allowedEvents(
        definition.workflow,
        application.state,
        applicantActors(application, principal),
      );
      if (!acts.some(({ event }) => event === 'withdraw')) throw new Refusal('event-not-allowed-now', 409);
      const agency = await agencyById(manager, application.agencyId);
      return sendPage(reply, <WithdrawalPage {...{ context, application, definition, agency }} />);
    } catch (error) {
      return reply.redirect(sentBack(error, `/applications/${id}`), 303);
    }
  }

  @Post()
  @WhoMay('citizen')
  async withdraw(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() { version, key }: ActForm,
    @Res() reply: FastifyReply,
  ) {
    try {
      await transaction(this.platform.database, async (tx) => {
        const application = await applicationToActOn(tx, this.platform, principal, id);
        await performAct(tx, this.platform, {
          applicationId: id,
          event: 'withdraw',
          version,
          idempotencyKey: key,
          actor: { kind: 'citizen', id: principal.id, name: principal.name },
          as: applicantActors(application, principal),
          purpose: 'application',
          details: {},
        });
      });
    } catch (error) {
      return reply.redirect(sentBack(error, `/applications/${id}`), 303);
    }
    return reply.redirect(`/applications/${id}?done=${version + 1}`, 303);
  }
}
