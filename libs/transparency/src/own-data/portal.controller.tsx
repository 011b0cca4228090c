import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isFresh, stepUpAddress } from '#lib/identity';
import { legalDate, Platform } from '#lib/platform';
import { Context, type PageContext, type Principal, recordData, sendPage, Who, WhoMay } from '#lib/web';
import { OwnDataPage } from './own-data-page.js';
import { readOwnData } from './read-own-data.js';

/** Everything about a citizen in one place: whoever finds a phone unlocked must not get it, so a fresh passkey is asked. */
@Controller('account/data')
export class OwnDataController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async page(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect(stepUpAddress('/account/data'), 303);
    const asOf = this.platform.clock.now();
    const sections = await this.read(context, principal);
    return sendPage(reply, <OwnDataPage context={context} asOf={asOf} sections={sections} />);
  }

  @Get('file')
  @WhoMay('citizen')
  async file(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect(stepUpAddress('/account/data'), 303);
    const asOf = this.platform.clock.now();
    const data = { asOf, ...recordData(await this.read(context, principal)) };
    const name = `du-lieu-cua-toi-${legalDate(asOf)}.json`;
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(JSON.stringify(data, undefined, 2));
  }

  private read({ language }: PageContext, { id: personId }: Principal) {
    const { platform } = this;
    return readOwnData({ tx: platform.database.manager, platform, personId, language });
  }
}
