import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { forgetContents } from '#lib/documents';
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
import { ActForm } from '../act/act.form.js';
import { Draft } from '../draft/draft.entity.js';
import { applicationToActOn, ownApplication } from '../tracking/own-application.js';
import { answerSupplement } from './answer-supplement.js';
import { requestWaiting } from './request-waiting.js';
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
    const { application, definition, request, restarts } = asked;
    return sendPage(reply, <SupplementPage {...{ context, application, definition, request, restarts }} />);
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
    try {
      const forgotten = await transaction(this.platform.database, async (tx) => {
        const application = await applicationToActOn(tx, this.platform, principal, id);
        return answerSupplement(tx, this.platform, principal, { application, version, key });
      });
      await forgetContents(this.platform, forgotten);
    } catch (error) {
      return reply.redirect(sentBack(error, await this.placeToMend(principal, id, error)), 303);
    }
    return reply.redirect(`/applications/${id}`, 303);
  }

  /** The draft, where something in it is left to do; else the application, which says where it stands. */
  private async placeToMend(
    { id: personId }: Principal,
    supplements: string,
    error: unknown,
  ): Promise<string> {
    if (error instanceof Refusal && error.code === 'draft-unfinished') {
      const draft = await this.platform.database.getRepository(Draft).findOneBy({ supplements, personId });
      if (draft) return `/drafts/${draft.id}/check`;
    }
    return `/applications/${supplements}`;
  }

  private async asked(principal: Principal, id: string) {
    const { manager } = this.platform.database;
    const application = await ownApplication(manager, principal, id);
    return { application, ...(await requestWaiting(manager, this.platform, application)) };
  }
}
