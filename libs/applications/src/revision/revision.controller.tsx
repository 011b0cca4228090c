import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { compareRevisions, revisionInForce, standingOf } from '#lib/catalogue';
import { Platform, transaction } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { openDraft } from '../draft/open-draft.js';
import { readDraft } from '../draft/read-draft.js';
import { carryOver } from './carry-over.js';
import { copyOfDraft } from './copy-of-draft.js';
import { RevisionPage } from './revision-page.js';
import { takeRevision } from './take-revision.js';

/** A newer revision, offered to a draft; and the draft to take home. */
@Controller('drafts/:id')
export class DraftRevisionController {
  constructor(private readonly platform: Platform) {}

  @Get('revision')
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const now = this.platform.clock.now();
    const { draft, revision, content, about } = await openDraft(manager, this.platform, principal, id);
    if (draft.supplements || about) return reply.redirect(`/drafts/${id}`, 303);
    const newer = await revisionInForce(manager, draft.code, now);
    if (newer.id === revision.id) return reply.redirect(`/drafts/${id}`, 303);
    const { definition } = revision;
    return sendPage(
      reply,
      <RevisionPage
        {...{ context, draft, newer }}
        changes={compareRevisions(definition, newer.definition)}
        carried={carryOver(content, definition, newer.definition)}
        standing={await standingOf(manager, revision.id, now)}
      />,
    );
  }

  @Post('revision')
  @WhoMay('citizen')
  async take(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    try {
      await transaction(this.platform.database, (tx) => takeRevision(tx, this.platform, principal, id));
    } catch (error) {
      return reply.redirect(sentBack(error, `/drafts/${id}`), 303);
    }
    return reply.redirect(`/drafts/${id}`, 303);
  }

  @Get('copy')
  @WhoMay('citizen')
  async copy(
    @Context() { language }: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const reading = await readDraft(this.platform.database.manager, this.platform, principal, id);
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="ho-so-${reading.draft.code}.txt"`)
      .header('cache-control', 'no-store')
      .send(copyOfDraft(reading, language));
  }
}
