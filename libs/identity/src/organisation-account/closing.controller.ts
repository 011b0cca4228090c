import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IsNull } from 'typeorm';
import { Platform, Refusal } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { wayToAssurance } from '../assurance/required-assurance.js';
import { Organisation } from '../representation/organisation.entity.js';
import { closeAccount } from './close-account.js';
import { closingPage } from './closing-page.js';

/** What it takes is a passkey just used: like any end, no level is asked for. */
const closedAt = { assurance: 0, freshMinutes: 5 } as const;

/** The end of an organisation's account, by the representative it is bound to. */
@Controller('account/organisations/:id/closing')
@WhoMay('citizen')
export class OrganisationClosingController {
  constructor(private readonly platform: Platform) {}

  @Get()
  async ask(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const theirs = { id, legalRepresentativeId: principal.id, closedAt: IsNull() };
    const organisation = await this.platform.database.getRepository(Organisation).findOneBy(theirs);
    if (!organisation) throw new Refusal('not-found', 404);
    const way = this.way(principal, id);
    return way ? reply.redirect(way, 303) : sendPage(reply, closingPage(context, organisation));
  }

  @Post()
  async close(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    const way = this.way(principal, id);
    if (way) return reply.redirect(way, 303);
    await closeAccount(this.platform, principal.id, id);
    return reply.redirect('/account/organisations?done=closed', 303);
  }

  private way(principal: Principal, id: string): string | undefined {
    return wayToAssurance(this.platform, principal, closedAt, `/account/organisations/${id}/closing`);
  }
}
