import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hasTaskList } from '#lib/forms';
import { Platform } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { standingOfDraft } from '../../revision/standing-of-draft.js';
import { moment } from '../moment.js';
import { readDraft } from '../read-draft.js';
import { SectionsPage } from './sections-page.js';

/** Where a long form begins, and where each of its sections leads back to. */
@Controller('drafts/:id/sections')
export class DraftSectionsController {
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
    const { draft, form } = reading;
    if (!hasTaskList(form)) return reply.redirect(`/drafts/${id}`, 303);
    const saved = draft.savedAt > draft.createdAt;
    return sendPage(
      reply,
      <SectionsPage
        context={context}
        reading={reading}
        standing={await standingOfDraft(this.platform, reading)}
        savedAt={saved ? moment(this.platform, context.language, draft.savedAt) : undefined}
      />,
    );
  }
}
