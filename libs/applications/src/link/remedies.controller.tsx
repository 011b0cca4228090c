import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import { Platform, Refusal, transaction, type Tx } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { readChoice } from './choice.js';
import { linkedAgency } from './linked-agency.js';
import { readLinked } from './linked-note.js';
import { complainable, isReadableTo } from './may-complain.js';
import { filedRemedy } from './open-remedy.js';
import { remediesOf, type Remedy } from './remedies.js';
import { type OfferedRemedy, RemediesPage } from './remedies-page.js';
import { startLinked } from './start-linked.js';

/** Complaining about an application, in the first or second instance, and asking for its result to be corrected. */
@Controller('applications/:id/remedies')
export class RemediesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return this.send(reply, context, principal, id);
  }

  /** Starts the draft of what was chosen, or leads to the one that is open, or to what was filed. */
  @Post()
  @WhoMay('citizen')
  async start(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const wanted = readChoice(textIn(body, 'what'));
    if (!wanted) return this.send(reply, context, principal, id, true);
    try {
      const draft = await transaction(this.platform.database, async (tx) =>
        startLinked(tx, this.platform, principal, await complainable(tx, principal, id), wanted),
      );
      return reply.redirect(`/drafts/${draft}`, 303);
    } catch (error) {
      return reply.redirect(sentBack(error, `/applications/${id}/remedies`), 303);
    }
  }

  private async send(
    reply: FastifyReply,
    context: PageContext,
    principal: Principal,
    id: string,
    missing = false,
  ) {
    const { platform } = this;
    const tx = platform.database.manager;
    const application = await complainable(tx, principal, id);
    const { definition } = await revisionById(tx, application.revisionId);
    const now = platform.clock.now();
    const offered: OfferedRemedy[] = [];
    for (const remedy of remediesOf(application, await readEvents(tx, platform, id), now))
      if (!(await filedRemedy(tx, id, remedy)))
        offered.push({ remedy, agency: await agencyFor(tx, remedy, application, definition) });
    const linked = await readLinked(tx, id, isReadableTo(tx, principal));
    const page = <RemediesPage {...{ context, application, definition, offered, linked, now, missing }} />;
    return sendPage(reply, page, missing ? 422 : 200);
  }
}

async function agencyFor(tx: Tx, remedy: Remedy, application: Application, definition: ServiceDefinition) {
  try {
    return await linkedAgency(tx, remedy, application, definition);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
