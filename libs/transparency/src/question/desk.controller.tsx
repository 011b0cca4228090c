import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';
import { applicationNames } from '#lib/applications';
import { accessTo } from '#lib/audit';
import { subjectOf } from '#lib/identity';
import { officerById } from '#lib/organisations';
import { Platform, Refusal, transaction } from '#lib/platform';
import {
  Context,
  formToMend,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { AccessQuestion } from './access-question.entity.js';
import { answerQuestion } from './answer-question.js';
import { type Asked, answeredBy, auditedAgencies } from './audited-by.js';
import { QuestionPage, QuestionsPage } from './desk-pages.js';
import { isToMend } from './question-text.js';
import { askedIn, readQuestion } from './read-question.js';

/** The room of the auditors: citizens' questions about looks at their data. To anybody else it does not exist. */
@Controller('questions')
export class QuestionsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async list(@Context() context: PageContext, @Who() officer: Principal): Promise<string> {
    if (auditedAgencies(officer).length === 0) throw new Refusal('not-found', 404);
    const { manager } = this.platform.database;
    const now = this.platform.clock.now();
    const asked: Asked[] = await manager.query(
      `SELECT DISTINCT agency_id AS "agencyId", due_at < $1 AS late
         FROM transparency.access_question WHERE answered_at IS NULL`,
      [now],
    );
    const theirs = await answeredBy(manager, officer, asked, now);
    const agencies = (late: boolean) =>
      In(theirs.filter((each) => each.late === late).map(({ agencyId }) => agencyId));
    const open = { answeredAt: IsNull() };
    const rows = await manager.getRepository(AccessQuestion).find({
      where: [
        { ...open, agencyId: agencies(false), dueAt: MoreThanOrEqual(now) },
        { ...open, agencyId: agencies(true), dueAt: LessThan(now) },
        { ...open, agencyId: IsNull() },
      ],
      order: { dueAt: 'ASC', id: 'ASC' },
      take: 200,
    });
    const questions = rows.map((row) => readQuestion(this.platform, row));
    return renderPage(<QuestionsPage context={context} questions={questions} now={now} />);
  }

  @Get(':id')
  @WhoMay('officer')
  async one(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(reply, <QuestionPage context={context} {...(await this.read(officer, id))} />);
  }

  @Post(':id/answer')
  @WhoMay('officer')
  async answer(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const text = textIn(body, 'answer');
    try {
      await transaction(this.platform.database, (tx) =>
        answerQuestion(tx, this.platform, officer, { id, text }),
      );
    } catch (error) {
      if (!isToMend(error)) return reply.redirect(sentBack(error, `/questions/${id}`), 303);
      const mend = formToMend(error, body, () => 'answer');
      const read = await this.read(officer, id);
      return sendPage(reply, <QuestionPage context={context} {...read} mend={mend} />, 422);
    }
    return reply.redirect('/questions?done=answered', 303);
  }

  private async read(officer: Principal, id: string) {
    const { manager } = this.platform.database;
    const row = await manager.getRepository(AccessQuestion).findOneBy({ id });
    const access = row && (await accessTo(manager, await subjectOf(manager, row.personId), row.accessId));
    const now = this.platform.clock.now();
    if (!row || !access || (await answeredBy(manager, officer, [askedIn(row, now)], now)).length === 0)
      throw new Refusal('not-found', 404);
    const looker =
      access.actorKind === 'officer' && access.actorId
        ? (await officerById(manager, access.actorId))?.fullName
        : undefined;
    const { caseId } = access;
    const names = caseId ? await applicationNames(manager, row.personId, [caseId]) : undefined;
    const application = caseId ? names?.get(caseId) : undefined;
    return { question: readQuestion(this.platform, row), access, looker, application };
  }
}
