import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionInForce } from '#lib/catalogue';
import { heldUntilOf, knowFamily, mandatesFor, wayToAssurance } from '#lib/identity';
import { Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, type PageContext, type Principal, sendPage, sentBack, Who, WhoMay } from '#lib/web';
import { draftsOf } from './drafts-of.js';
import { ForWhomForm } from './for-whom.form.js';
import { moment } from './moment.js';
import { startDraft } from './start-draft.js';
import { StartPage } from './start-page.js';

/** Before the form: what is needed, and the drafts of this procedure that are still open. */
@Controller('procedures/:code')
export class DraftStartController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
  ) {}

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
    if (definition.partOf) return reply.redirect(`/procedures/${definition.partOf}`, 303);
    const way = wayToAssurance(this.platform, principal, definition, `/procedures/${code}/start`);
    if (way) return reply.redirect(way, 303);
    // A register that is away keeps nobody from filing for themselves.
    await knowFamily(this.platform, this.register, principal.id);
    return sendPage(
      reply,
      <StartPage
        context={context}
        definition={definition}
        drafts={await draftsOf(manager, principal, code)}
        mandates={await mandatesFor(manager, this.platform, principal, definition)}
        heldUntil={
          definition.assurance === 2 ? await heldUntilOf(manager, this.platform, principal.id) : undefined
        }
        when={(instant) => moment(this.platform, context.language, instant)}
      />,
    );
  }

  @Post('drafts')
  @WhoMay('citizen')
  async start(
    @Who() principal: Principal,
    @Param('code') code: string,
    @Body() { for: whom = 'self' }: ForWhomForm,
    @Res() reply: FastifyReply,
  ) {
    checkCode(code);
    const { manager } = this.platform.database;
    const { definition } = await revisionInForce(manager, code, this.platform.clock.now());
    const way = wayToAssurance(this.platform, principal, definition, `/procedures/${code}/start`);
    if (way) return reply.redirect(way, 303);
    try {
      const draft = await transaction(this.platform.database, (tx) =>
        startDraft(tx, this.platform, principal, code, whom === 'self' ? undefined : whom),
      );
      return reply.redirect(`/drafts/${draft.id}`, 303);
    } catch (error) {
      return reply.redirect(sentBack(error, `/procedures/${code}/start`), 303);
    }
  }
}

/** Codes of the national catalogue are short and plain; nothing else is looked for. */
function checkCode(code: string): void {
  if (!/^[\w.-]{1,60}$/.test(code)) throw new Refusal('not-found', 404);
}
