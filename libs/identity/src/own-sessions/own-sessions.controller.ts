import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Not } from 'typeorm';
import { Platform } from '#lib/platform';
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
import { Session } from '../session/session.entity.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { endOthersPage, ownSessionsPage } from './pages.js';
import { sessionsOf } from './sessions-of.js';

const home = '/account/sessions';

/** Where a citizen is signed in. Ending a session deletes its row, so that it ends in every process at once. */
@Controller('account/sessions')
export class OwnSessionsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() { id, sessionId }: Principal): Promise<string> {
    const sessions = await sessionsOf(this.platform.database.manager, this.platform, 'portal', id);
    return renderPage(ownSessionsPage(context, sessions, sessionId));
  }

  @Get('others/ending')
  @WhoMay('citizen')
  endOthersPage(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal))
      return reply.redirect(stepUpAddress(`${home}/others/ending`), 303);
    return sendPage(reply, endOthersPage(context));
  }

  @Post('others/ending')
  @WhoMay('citizen')
  async endOthers(@Who() principal: Principal, @Res() reply: FastifyReply) {
    demandFresh(this.platform, principal);
    const { id: ownerId, sessionId } = principal;
    await this.sessions().delete({ audience: 'portal', ownerId, id: Not(sessionId) });
    return reply.redirect(home, 303);
  }

  /** No passkey is asked for: whoever finds a stranger in must be able to throw them out at once. */
  @Post(':id/ending')
  @WhoMay('citizen')
  async end(@Who() { id: ownerId }: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await this.sessions().delete({ audience: 'portal', ownerId, id });
    return reply.redirect(home, 303);
  }

  private sessions() {
    return this.platform.database.getRepository(Session);
  }
}
