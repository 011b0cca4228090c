import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In, IsNull } from 'typeorm';
import { accessTo } from '#lib/audit';
import { officerById } from '#lib/organisations';
import { Platform, Refusal, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { AccessQuestion } from './access-question.entity.js';
import { answerQuestion } from './answer-question.js';
import { auditedAgencies, auditedBy } from './audited-by.js';
import { QuestionPage, QuestionsPage } from './desk-pages.js';
import { readQuestion } from './read-question.js';

/** The room of the auditors: citizens' questions about looks at their data. To anybody else it does not exist. */
@Controller('questions')
export class QuestionsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async list(@Context() context: PageContext, @Who() officer: Principal): Promise<string> {
    const agencies = auditedAgencies(officer);
    if (agencies.length === 0) throw new Refusal('not-found', 404);
    const open = { answeredAt: IsNull() };
    const rows = await this.platform.database.getRepository(AccessQuestion).find({
      where: [
        { ...open, agencyId: In(agencies) },
        { ...open, agencyId: IsNull() },
      ],
      order: { dueAt: 'ASC', id: 'ASC' },
      take: 200,
    });
    const questions = rows.map((row) => readQuestion(this.platform, row));
    return renderPage(<QuestionsPage context={context} questions={questions} />);
  }

  @Get(':id')
  @WhoMay('officer')
  @Html()
  async one(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const row = await manager.getRepository(AccessQuestion).findOneBy({ id });
    const access = row && (await accessTo(manager, row.personId, row.accessId));
    if (!row || !access || !auditedBy(officer, row.agencyId)) throw new Refusal('not-found', 404);
    const looker =
      access.actorKind === 'officer' && access.actorId
        ? (await officerById(manager, access.actorId))?.fullName
        : undefined;
    const question = readQuestion(this.platform, row);
    return renderPage(<QuestionPage {...{ context, question, access, looker }} />);
  }

  @Post(':id/answer')
  @WhoMay('officer')
  async answer(
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
      return reply.redirect(sentBack(error, `/questions/${id}`), 303);
    }
    return reply.redirect('/questions?done=answered', 303);
  }
}
