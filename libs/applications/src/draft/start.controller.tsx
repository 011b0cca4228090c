import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionInForce } from '#lib/catalogue';
import { wayToAssurance } from '#lib/identity';
import { Platform, Refusal, transaction } from '#lib/platform';
import { Context, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { draftsOf } from './drafts-of.js';
import { moment } from './moment.js';
import { startDraft } from './start-draft.js';
import { StartPage } from './start-page.js';

/** Before the form: what is needed, and the drafts of this procedure that are still open. */
@Controller('procedures/:code')
export class DraftStartController {
  constructor(private readonly platform: Platform) {}

  @Get('start')
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @Param('code') code: string,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    checkCode(code);
    const { definition } = await revisionInForce(manager, code, this.platform.clock.now());
    const way = wayToAssurance(this.platform, principal, definition, `/procedures/${code}/start`);
    if (way) return reply.redirect(way, 303);
    return sendPage(
      reply,
      <StartPage
        context={context}
        definition={definition}
        drafts={await draftsOf(manager, principal, code)}
        when={(instant) => moment(this.platform, context.language, instant)}
      />,
    );
  }

  @Post('drafts')
  @WhoMay('citizen')
  async start(@Who() principal: Principal, @Param('code') code: string, @Res() reply: FastifyReply) {
    checkCode(code);
    const { manager } = this.platform.database;
    const { definition } = await revisionInForce(manager, code, this.platform.clock.now());
    const way = wayToAssurance(this.platform, principal, definition, `/procedures/${code}/start`);
    if (way) return reply.redirect(way, 303);
    const draft = await transaction(this.platform.database, (tx) =>
      startDraft(tx, this.platform, principal, code),
    );
    return reply.redirect(`/drafts/${draft.id}`, 303);
  }
}

/** Codes of the national catalogue are short and plain; nothing else is looked for. */
function checkCode(code: string): void {
  if (!/^[\w.-]{1,60}$/.test(code)) throw new Refusal('not-found', 404);
}
