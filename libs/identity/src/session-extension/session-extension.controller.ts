import { Controller, Get, HttpCode, Post, type Type } from '@nestjs/common';
import { Platform } from '#lib/platform';
import {
  type Caller,
  Context,
  Html,
  type PageContext,
  type Principal,
  renderPage,
  Who,
  WhoMay,
} from '#lib/web';
import { Session } from '../session/session.entity.js';
import { renewedPage } from './renewed-page.js';

/** The session of the browser itself, at the portal and at the desk alike. */
export function sessionExtensionController(caller: Extract<Caller, 'citizen' | 'officer'>): Type<unknown> {
  @Controller('session')
  class SessionExtensionController {
    constructor(private readonly platform: Platform) {}

    /** Asked for by who is about to be signed out for not having done anything. */
    @Post('extension')
    @WhoMay(caller)
    @HttpCode(204)
    async extend(@Who() { sessionId }: Principal): Promise<void> {
      const { clock, database } = this.platform;
      await database.getRepository(Session).update(sessionId, { lastSeenAt: clock.now() });
    }

    /** Where who signed in again in another tab is led: the way back is the tab they came from. */
    @Get('renewed')
    @WhoMay(caller)
    @Html()
    renewed(@Context() context: PageContext): string {
      return renderPage(renewedPage(context));
    }
  }
  return SessionExtensionController;
}
