import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { legalDate, Platform, Refusal, type RefusalWords, refusalWords, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  Who,
  WhoMay,
} from '#lib/web';
import { AbsencesPage } from './absences-page.js';
import { endAbsence, noteAbsence } from './note-absence.js';
import { type AbsenceError, readAbsenceForm } from './read-absence-form.js';
import { readAbsences } from './read-absences.js';

/** Who is away, and who stands in: an officer's own days, and as administrator those of everybody at the agency. */
@Controller('absences')
export class AbsencesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @Query('done') done: unknown) {
    const said = (['noted', 'ended'] as const).find((each) => each === done);
    return renderPage(<AbsencesPage context={context} agencies={await this.read(officer)} done={said} />);
  }

  @Post()
  @WhoMay('officer')
  async note(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const agencies = await this.read(officer);
    const { absence, errors } = readAbsenceForm(body, legalDate(this.platform.clock.now()));
    const again = (wrong: AbsenceError[], words?: RefusalWords) =>
      sendPage(reply, <AbsencesPage {...{ context, agencies, body, words }} errors={wrong} />, 422);
    if (errors.length > 0) return again(errors);
    if (!absence) throw new Refusal('bad-request', 400);
    try {
      await transaction(this.platform.database, (tx) => noteAbsence(tx, this.platform, officer, absence));
    } catch (error) {
      if (!(error instanceof Refusal) || ![409, 422].includes(error.status)) throw error;
      return again([], refusalWords(error.code, context.language, error.facts));
    }
    return reply.redirect('/absences?done=noted', 303);
  }

  @Post(':id/ending')
  @WhoMay('officer')
  async end(@Who() officer: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await transaction(this.platform.database, (tx) => endAbsence(tx, this.platform, officer, id));
    return reply.redirect('/absences?done=ended', 303);
  }

  /** Whoever handles no applications and administers no agency has no such page (`not-found`, 404). */
  private async read(officer: Principal) {
    const agencies = await readAbsences(this.platform, officer);
    if (agencies.length === 0) throw new Refusal('not-found', 404);
    return agencies;
  }
}
