import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { readCase } from '../case-file/read-case.js';
import { apologyOf } from './apology-of.js';
import { ApologyPage } from './apology-page.js';
import type { ClockAct } from './clock-acts.js';
import { demandClockAct } from './clock-acts.js';
import { ClockActPage } from './clock-act-page.js';
import { extensionChoices } from './extension-choices.js';
import { performClockAct } from './perform-clock-act.js';

/** What officers do about the legal clock of an application: put it off, or apologise and promise another date. */
@Controller('applications/:id')
export class ClockActsController {
  constructor(private readonly platform: Platform) {}

  @Get('extension')
  @WhoMay('officer')
  extension(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return this.show(context, officer, id, 'extend-deadline', reply);
  }

  @Post('extension')
  @WhoMay('officer')
  extend(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.perform({ context, officer, id, act: 'extend-deadline', body }, reply);
  }

  /** The letter, once it is written; before, the page to write it on. */
  @Get('apology')
  @WhoMay('officer')
  apology(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return this.show(context, officer, id, 'apologise', reply);
  }

  @Post('apology')
  @WhoMay('officer')
  apologise(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.perform({ context, officer, id, act: 'apologise', body }, reply);
  }

  private async show(
    context: PageContext,
    officer: Principal,
    id: string,
    act: ClockAct,
    reply: FastifyReply,
  ) {
    const file = await readCase(this.platform, officer, id);
    const apology = act === 'apologise' ? apologyOf(file.events) : undefined;
    if (apology)
      return sendPage(
        reply,
        <ApologyPage {...{ context, apology, ...file }} definition={file.revision.definition} />,
      );
    demandClockAct(file, act, this.platform.clock.now());
    const choices = await extensionChoices(this.platform, file, act);
    return sendPage(reply, <ClockActPage {...{ context, file, act, choices }} />);
  }

  private async perform(posted: Parameters<typeof performClockAct>[1], reply: FastifyReply) {
    const answer = await performClockAct(this.platform, posted);
    if ('page' in answer) return sendPage(reply, answer.page, answer.status);
    return reply.redirect(`/applications/${posted.id}?done=${answer.sequence}`, 303);
  }
}
