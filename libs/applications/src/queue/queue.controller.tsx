import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import {
  Context,
  type PageContext,
  type Principal,
  renderPage,
  rooms,
  sendPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { agenciesOf } from '../case-file/officer-roles.js';
import { findApplications } from './find-applications.js';
import { queueHref, readFilter } from './queue-filter.js';
import { QueuePage } from './queue-page.js';
import { showQueue } from './show-queue.js';

/** The first page of the desk. */
@Controller()
export class QueueController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const room = agenciesOf(officer).length === 0 ? roomOf(officer) : undefined;
    if (room) return reply.redirect(room, 303);
    const filter = readFilter(query);
    const queue = await showQueue(this.platform, officer, filter);
    return sendPage(reply, <QueuePage context={context} filter={filter} queue={queue} />);
  }

  /** Leads to the one application found, or to the list of those found. */
  @Post('search')
  @WhoMay('officer')
  @HttpCode(303)
  async search(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const found = await findApplications(this.platform, officer, body);
    if (found)
      return reply.redirect(typeof found === 'string' ? `/applications/${found}` : queueHref(found), 303);
    const filter = readFilter({});
    const queue = await showQueue(this.platform, officer, filter);
    const page = renderPage(
      <QueuePage
        context={{ ...context, path: '/' }}
        filter={filter}
        queue={queue}
        sought={textIn(body, 'sought')}
      />,
    );
    return reply.code(422).type('text/html; charset=utf-8').send(page);
  }
}

/** Where an officer works who handles no applications. */
function roomOf({ roles }: Principal): string | undefined {
  const room = Object.entries(rooms).find(([role]) => roles.some((held) => held.role === role));
  return room && `/${room[1]}`;
}
