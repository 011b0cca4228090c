import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { readCase } from '../case-file/read-case.js';
import { ActPage } from './act-page.js';
import { ConflictPage } from './conflict-page.js';
import { findAct, isSigned, refuseOthers } from './find-act.js';
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
    refuseOthers(act);
    if (act.open === 'to-nobody')
      return sendPage(reply, <ConflictPage {...page} seen={undefined} body={undefined} />, 409);
    if (typedNeeds(act.transition).length > 0 || !isSigned(act))
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
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const answer = await performDeskAct(this.platform, { context, officer, id, event, body });
    if ('page' in answer) return sendPage(reply, answer.page, answer.status);
    return reply.redirect(`/applications/${id}?done=${answer.sequence}`, 303);
  }
}
