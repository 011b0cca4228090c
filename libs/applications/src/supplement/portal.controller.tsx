import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { Platform, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { allowedEvents } from '#lib/workflow';
import { ActForm } from '../act/act.form.js';
import { readEvents } from '../application/read-events.js';
import { ownApplication } from '../tracking/own-application.js';
import { answerSupplement } from './answer-supplement.js';
import { lastRequest } from './last-request.js';
import { startSupplement } from './start-supplement.js';
import { SupplementPage } from './supplement-page.js';

/** The citizen reads what is asked for, answers it field by field in a draft, and sends it. */
@Controller('applications/:id/supplement')
export class SupplementController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const asked = await this.asked(principal, id);
    if (!asked.request) return reply.redirect(`/applications/${id}`, 303);
    const { application, definition, request } = asked;
    return sendPage(reply, <SupplementPage {...{ context, application, definition, request }} />);
  }

  @Post('drafts')
  @WhoMay('citizen')
  async start(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    const { application, request } = await this.asked(principal, id);
    if (!request) return reply.redirect(`/applications/${id}`, 303);
    const { manager } = this.platform.database;
    const draft = await startSupplement(manager, this.platform, principal, application, request);
    return reply.redirect(`/drafts/${draft.id}`, 303);
  }

  @Post()
  @WhoMay('citizen')
  async send(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() { version, key }: ActForm,
    @Res() reply: FastifyReply,
  ) {
    await transaction(this.platform.database, async (tx) => {
      const application = await ownApplication(tx, principal, id);
      await answerSupplement(tx, this.platform, principal, { application, version, key });
    });
    return reply.redirect(`/applications/${id}`, 303);
  }

  /** The application and, while the workflow waits for an answer, what is asked for. */
  private async asked(principal: Principal, id: string) {
    const { manager } = this.platform.database;
    const application = await ownApplication(manager, principal, id);
    const { definition } = await revisionById(manager, application.revisionId);
    const waits = allowedEvents(definition.workflow, application.state, ['citizen']).some(
      ({ event }) => event === 'answer-supplement',
    );
    const request = waits ? lastRequest(await readEvents(manager, this.platform, id)) : undefined;
    return { application, definition, request };
  }
}
