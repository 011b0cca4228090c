import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { IsNull } from 'typeorm';
import { Platform } from '#lib/platform';
import {
  Context,
  Html,
  pageAsked,
  type PageContext,
  type Principal,
  renderPage,
  Who,
  WhoMay,
} from '#lib/web';
import { InboxEntry } from './inbox-entry.entity.js';
import { InboxPage } from './inbox-page.js';

const pageSize = 30;

/** What the person was told, newest first. */
@Controller('inbox')
export class InboxController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() principal: Principal, @Query() query: unknown) {
    const number = pageAsked(query);
    const [entries, count] = await this.platform.database.getRepository(InboxEntry).findAndCount({
      where: { personId: principal.id },
      order: { at: 'DESC', sequence: 'DESC' },
      skip: (number - 1) * pageSize,
      take: pageSize,
    });
    return renderPage(
      <InboxPage context={context} entries={entries} page={number} pages={Math.ceil(count / pageSize)} />,
    );
  }

  @Post('readings')
  @WhoMay('citizen')
  @HttpCode(303)
  async markRead(@Who() principal: Principal, @Res() reply: FastifyReply) {
    const readAt = this.platform.clock.now();
    await this.platform.database
      .getRepository(InboxEntry)
      .update({ personId: principal.id, readAt: IsNull() }, { readAt });
    return reply.redirect('/inbox', 303);
  }
}
