import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hasTaskList } from '#lib/forms';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { Application } from '../application/application.entity.js';
import { standingOfDraft } from '../revision/standing-of-draft.js';
import { CheckPage } from './check-page.js';
import type { OpenDraft } from './open-draft.js';
import { pageAddress, sectionsAddress } from './page-address.js';
import { readDraft } from './read-draft.js';
import { unfinishedPage } from './unfinished-page.js';

/** The last look before signing. */
@Controller('drafts/:id/check')
export class DraftCheckController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const reading = await readDraft(this.platform.database.manager, this.platform, principal, id);
    const unfinished = unfinishedPage(reading);
    if (unfinished)
      return reply.redirect(
        hasTaskList(reading.form) ? sectionsAddress(id) : pageAddress(id, unfinished.id, 'check'),
        303,
      );
    return sendPage(
      reply,
      <CheckPage
        context={context}
        reading={reading}
        standing={await standingOfDraft(this.platform, reading)}
        answering={await this.answering(reading)}
        now={this.platform.clock.now()}
      />,
    );
  }

  private async answering({ draft }: OpenDraft): Promise<Application | undefined> {
    const { manager } = this.platform.database;
    return draft.supplements ? manager.findOneByOrFail(Application, { id: draft.supplements }) : undefined;
  }
}
