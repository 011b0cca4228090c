import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { asksAlong } from '../act-form/act-form.js';
import { receiveAct } from '../act-form/receive-act.js';
import { readCase } from '../case-file/read-case.js';
import { ActPage } from './act-page.js';
import { ConflictPage } from './conflict-page.js';
import { findAct, isSigned, refuseAsking, refuseOthers } from './find-act.js';
import { typedNeeds } from './needs/needs.js';
import { performDeskAct } from './perform-desk-act.js';
import { showSigning } from './sign-decision.js';

/** The acts of officers. Which there are and who may do them, the workflow of the application says. */
@Controller('applications/:id/acts/:event')
export class DeskActController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Res() reply: FastifyReply,
  ) {
    const file = await readCase(this.platform, officer, id);
    const act = findAct(file, event);
    const page = { context, file, act };
    refuseAsking(act);
    refuseOthers(act);
    if (act.open === 'to-nobody')
      return sendPage(reply, <ConflictPage {...page} seen={undefined} body={undefined} />, 409);
    if (typedNeeds(act.transition).length > 0 || asksAlong(act.transition) || !isSigned(act))
      return sendPage(reply, <ActPage {...page} />);
    return sendPage(reply, await showSigning(this.platform, officer, { ...page, body: {} }));
  }

  @Post()
  @WhoMay('officer')
  async perform(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { body, file, came } = await receiveAct(this.platform, request);
    try {
      const answer = await performDeskAct(this.platform, { context, officer, id, event, body, file, came });
      if ('page' in answer) return sendPage(reply, answer.page, answer.status);
      return reply.redirect(`/applications/${id}?done=${answer.sequence}`, 303);
    } finally {
      await file?.discard();
    }
  }
}
