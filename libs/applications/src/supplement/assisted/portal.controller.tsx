import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal, refusalWords, transaction } from '#lib/platform';
import { Context, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import { AssistedPage } from './assisted-page.js';
import { openAssistedSupplement } from './open-assisted-supplement.js';

const home = '/assisted-supplements';
export const supplementSent = `${home}?done=sent`;

/** A helper prepares, for a citizen at their side, the answer to a request for supplements. */
@Controller('assisted-supplements')
export class AssistedSupplementController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  show(@Context() context: PageContext, @Res() reply: FastifyReply) {
    return sendPage(reply, <AssistedPage context={context} />);
  }

  @Post()
  @WhoMay('citizen')
  async open(
    @Context() context: PageContext,
    @Who() helper: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const code = textIn(body, 'code');
    try {
      const draft = await transaction(this.platform.database, (tx) =>
        openAssistedSupplement(tx, this.platform, helper, code),
      );
      return reply.redirect(`/drafts/${draft.id}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'no-supplement-to-prepare') throw error;
      const words = refusalWords(error.code, context.language);
      return sendPage(reply, <AssistedPage context={context} refused={{ code, words }} />, 422);
    }
  }
}
