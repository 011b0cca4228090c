import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, IdParam, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import { openForeignIdentity } from '../../counter-matters/note-matter.js';
import { waitingMatters } from '../../counter-matters/view-matter.js';
import { decideRequest } from './decide-request.js';
import { counterHomePage } from './home-page.js';
import { noteCheck } from './note-check.js';
import { openRequest } from './open-request.js';
import { readCheck, readDecision } from './read-forms.js';
import { requestPage } from './request-page.js';
import { viewRequest } from './view-request.js';
import { waitingRequests } from './waiting-requests.js';

/** The counter: one officer opens a request by its code and compares, a second one decides. */
@Controller('counter')
export class DeskCounterController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
  ) {}

  @Get()
  @WhoMay('officer')
  async home(@Context() context: PageContext, @Who() officer: Principal, @Res() reply: FastifyReply) {
    return sendPage(reply, counterHomePage(context, await this.waiting(officer)));
  }

  @Post()
  @WhoMay('officer')
  async open(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform, register } = this;
    const code = textIn(body, 'code').replace(/\D/g, '');
    const tx = platform.database.manager;
    const matter = await openForeignIdentity(tx, platform, officer, code);
    if (matter) return reply.redirect(`/counter/matters/${matter}`, 303);
    const id = await openRequest(tx, platform, register, { officer, code });
    if (id) return reply.redirect(`/counter/${id}`, 303);
    return sendPage(reply, counterHomePage(context, { ...(await this.waiting(officer)), wrong: true }), 422);
  }

  @Get(':id')
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const view = await viewRequest(this.platform, this.register, officer, id);
    return sendPage(reply, requestPage(context, view));
  }

  @Post(':id/check')
  @WhoMay('officer')
  async check(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const view = await viewRequest(platform, this.register, officer, id);
    const { checked, errors, typed } = readCheck(body, view.person.idNumber);
    if (!checked) return sendPage(reply, requestPage(context, view, { errors, typed }), 422);
    await transaction(platform.database, (tx) => noteCheck(tx, platform, officer, { id, ...checked }));
    return reply.redirect(`/counter/${id}`, 303);
  }

  @Post(':id/decision')
  @WhoMay('officer')
  async decide(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform, register } = this;
    const { decision, errors, typed } = readDecision(body);
    if (!decision) {
      const view = await viewRequest(platform, register, officer, id);
      return sendPage(reply, requestPage(context, view, { errors, typed }), 422);
    }
    await transaction(platform.database, (tx) =>
      decideRequest(tx, platform, register, { officer, id, decision }),
    );
    return reply.redirect(`/counter?done=${decision.approved ? 'approved' : 'refused'}`, 303);
  }

  private async waiting(officer: Principal) {
    return {
      waiting: await waitingRequests(this.platform, officer),
      matters: await waitingMatters(this.platform, officer),
    };
  }
}
