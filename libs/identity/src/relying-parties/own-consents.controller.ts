import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { consentsInForce } from './consent-in-force.js';
import { endConsent } from './end-consent.js';
import { ownConsentsPage } from './own-consents-page.js';
import { relyingParties } from './relying-party.js';

/** What a citizen shares with whom, and the end of it. No passkey is asked for: stopping must be easy. */
@Controller('account/consents')
@WhoMay('citizen')
export class OwnConsentsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @Html()
  async list(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
    const { database, config } = this.platform;
    const consents = await consentsInForce(database.manager, id);
    return renderPage(ownConsentsPage(context, consents, relyingParties(config)));
  }

  @Post(':id/ending')
  async end(@Who() { id: personId }: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await endConsent(this.platform, personId, id);
    return reply.redirect('/account/consents?done=ended', 303);
  }
}
