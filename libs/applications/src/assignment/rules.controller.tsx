import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { addRule, readRules, removeRule } from './rules.js';
import { RulesPage } from './rules-page.js';

/** How an agency gives out its work: the room of its administrators. */
@Controller('assignment')
export class AssignmentRulesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @Query('done') done: unknown) {
    const said = (['added', 'removed'] as const).find((each) => each === done);
    const { agencies, fields } = await readRules(this.platform, officer);
    return renderPage(<RulesPage {...{ context, agencies, fields }} done={said} />);
  }

  @Post('rules')
  @WhoMay('officer')
  async add(@Who() officer: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    await addRule(this.platform, officer, body);
    return reply.redirect('/assignment?done=added', 303);
  }

  @Post('rules/:id/removal')
  @WhoMay('officer')
  async remove(@Who() officer: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await removeRule(this.platform.database.manager, officer, id);
    return reply.redirect('/assignment?done=removed', 303);
  }
}
