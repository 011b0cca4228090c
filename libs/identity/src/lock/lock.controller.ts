import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { takeToken } from '../session/cookies.js';
import { lockIdentity } from './lock-identity.js';
import { lockedPage, lockPage } from './pages.js';

/** The holder locks their own electronic identity, at once. */
@Controller()
export class LockController {
  constructor(private readonly platform: Platform) {}

  @Get('account/identity/lock')
  @WhoMay('citizen')
  @Html()
  page(@Context() context: PageContext): string {
    return renderPage(lockPage(context));
  }

  /** No passkey is asked for: whose only device was stolen must be able to lock from wherever they are still signed in. */
  @Post('account/identity/lock')
  @WhoMay('citizen')
  async lock(@Who() principal: Principal, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
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
