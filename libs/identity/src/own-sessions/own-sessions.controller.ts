import { Controller, Get, Post, Res, type Type } from '@nestjs/common';
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
import type { Audience } from '../audience.js';
import { Session } from '../session/session.entity.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { endOthersPage, ownSessionsPage } from './pages.js';
import { sessionsOf } from './sessions-of.js';
import { unseenDevices } from './unseen-devices.js';

const home = '/account/sessions';

/**
 * Where somebody is signed in, at the portal and at the desk alike. Ending a session deletes its row, so that it ends in
 * every process at once.
 */
export function ownSessionsController(audience: Audience): Type<unknown> {
  const caller = audience === 'portal' ? 'citizen' : 'officer';

  @Controller('account/sessions')
  class OwnSessionsController {
    constructor(private readonly platform: Platform) {}

    @Get()
    @WhoMay(caller)
    @Html()
    async list(@Context() context: PageContext, @Who() principal: Principal): Promise<string> {
      const { manager } = this.platform.database;
      const sessions = await sessionsOf(manager, this.platform, audience, principal.id);
      return renderPage(
        ownSessionsPage(context, {
          sessions,
          hereId: principal.sessionId,
          notices: audience === 'desk' ? await unseenDevices(manager, principal) : [],
        }),
      );
    }

    @Get('others/ending')
    @WhoMay(caller)
    endOthersPage(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
      if (!this.mayEndOthers(principal)) return reply.redirect(stepUpAddress(`${home}/others/ending`), 303);
      return sendPage(reply, endOthersPage(context));
    }

    @Post('others/ending')
    @WhoMay(caller)
    async endOthers(@Who() principal: Principal, @Res() reply: FastifyReply) {
      if (!this.mayEndOthers(principal)) demandFresh(this.platform, principal);
      const { id: ownerId, sessionId } = principal;
      await this.sessions().delete({ audience, ownerId, id: Not(sessionId) });
      return reply.redirect(`${home}?done=others-ended`, 303);
    }

    /** No passkey is asked for: whoever finds a stranger in must be able to throw them out at once. */
    @Post(':id/ending')
    @WhoMay(caller)
    async end(@Who() { id: ownerId }: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
      await this.sessions().delete({ audience, ownerId, id });
      return reply.redirect(`${home}?done=ended`, 303);
    }

    /** An officer's session is short and at a desk that others see: no second passkey there. */
    private mayEndOthers(principal: Principal): boolean {
      return audience === 'desk' || isFresh(this.platform, principal);
    }

    private sessions() {
      return this.platform.database.getRepository(Session);
    }
  }
  return OwnSessionsController;
}
