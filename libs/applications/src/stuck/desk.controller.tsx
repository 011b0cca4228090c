import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, textIn, Who, WhoMay } from '#lib/web';
import { agenciesOf } from '../case-file/officer-roles.js';
import { administeredBy, countFailing, failingJobs, retryFailing } from './failing-jobs.js';
import { keptFromAll } from './kept-from-all.js';
import { StuckPage } from './stuck-page.js';

/** The administrators' room for what fails behind the scenes. To anybody else it does not exist. */
@Controller('stuck')
export class StuckController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Query('retried') retried: unknown,
  ): Promise<string> {
    const agencyIds = theirs(officer);
    const { manager } = this.platform.database;
    return renderPage(
      <StuckPage
        context={context}
        kinds={await countFailing(manager, agencyIds)}
        jobs={await failingJobs(manager, agencyIds)}
        kept={await keptFromAll(manager, this.platform, agencyIds)}
        opens={(agencyId) => agenciesOf(officer).includes(agencyId)}
        retried={typeof retried === 'string' && /^\d{1,6}$/.test(retried) ? Number(retried) : undefined}
      />,
    );
  }

  /** Tries one job again, or all of a kind; of what is not theirs to see, none. */
  @Post('retries')
  @WhoMay('officer')
  async retry(@Who() officer: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    const agencyIds = theirs(officer);
    const job = textIn(body, 'job');
    const kind = textIn(body, 'kind');
    if (!(kind || /^\d{1,18}$/.test(job))) throw new Refusal('bad-request', 400);
    const retried = await retryFailing(this.platform.database.manager, agencyIds, kind ? { kind } : { job });
    return reply.redirect(`/stuck?retried=${retried}`, 303);
  }
}

function theirs(officer: Principal): string[] {
  const agencyIds = administeredBy(officer);
  if (agencyIds.length === 0) throw new Refusal('not-found', 404);
  return agencyIds;
}
