import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, sendPage, Who, WhoMay } from '#lib/web';
import { takeToken } from '../session/cookies.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { lockIdentity } from './lock-identity.js';
import { lockedPage, lockPage } from './pages.js';

/** The holder locks their own electronic identity, at once. */
@Controller()
export class LockController {
  constructor(private readonly platform: Platform) {}

  @Get('account/identity/lock')
  @WhoMay('citizen')
  page(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal))
      return reply.redirect(stepUpAddress('/account/identity/lock'), 303);
    return sendPage(reply, lockPage(context));
  }

  @Post('account/identity/lock')
  @WhoMay('citizen')
  async lock(@Who() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    demandFresh(this.platform, principal);
    await lockIdentity(this.platform, principal.id);
    takeToken(request, reply, 'session');
    return reply.redirect('/locked', 303);
  }

  /** Says nothing about anybody: it is the same for all who open it. */
  @Get('locked')
  @WhoMay('anyone')
  @Html()
  locked(@Context() context: PageContext): string {
    return renderPage(lockedPage(context));
  }
}
