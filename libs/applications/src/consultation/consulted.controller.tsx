import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openAttachment, sendAttachment } from '#lib/documents';
import { newId, Platform, Refusal, uuid } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { readActForm } from '../act-form/read-act-form.js';
import { receiveAct } from '../act-form/receive-act.js';
import { answerConsultation } from './answer-consultation.js';
import { recordCaseAccess } from '../case-file/record-case-access.js';
import { answersFor, consultedLooker, openConsultation, readConsultedCase } from './consulted-case.js';
import { ConsultedPage, type TypedAnswer } from './consulted-page.js';
import { ConsultationsPage } from './consultations-page.js';
import { listConsultations } from './list-consultations.js';

const longestReason = 4000;

/** What other agencies ask an officer's agency: the list, each with what it needs to judge, and the answer. */
@Controller('consultations')
export class ConsultedController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async list(@Context() context: PageContext, @Who() officer: Principal, @Query('done') done: unknown) {
    const { manager } = this.platform.database;
    if (answersFor(officer).length === 0) throw new Refusal('not-found', 404);
    const entries = await listConsultations(manager, this.platform, officer);
    return renderPage(
      <ConsultationsPage
        context={context}
        entries={entries}
        now={this.platform.clock.now()}
        answered={done === 'answered'}
      />,
    );
  }

  @Get(':id')
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const file = await readConsultedCase(this.platform, officer, id);
    return renderPage(
      <ConsultedPage {...{ context, file }} postKey={newId()} now={this.platform.clock.now()} />,
    );
  }

  @Get(':id/attachments/:attachmentId')
  @WhoMay('officer')
  async attachment(
    @Who() officer: Principal,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.platform.database.transaction(async (tx) => {
      const open = await openConsultation(tx, this.platform, officer, id);
      const opened = await openAttachment(tx, this.platform, { id: attachmentId, caseId: id });
      const looker = consultedLooker(officer, open.consultation.agencyId);
      await recordCaseAccess(tx, this.platform, looker, open.application, { what: 'attachment' });
      return opened;
    });
    await sendAttachment(reply, attachment);
  }

  @Post(':id/answer')
  @WhoMay('officer')
  async answer(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { body, file, came } = await receiveAct(this.platform, request);
    try {
      const key = textIn(body, 'key').toLowerCase();
      if (!uuid.test(key)) throw new Refusal('bad-request', 400);
      const [opinion, reason] = [textIn(body, 'opinion'), textIn(body, 'reason')];
      const errors: TypedAnswer['errors'] = [];
      if (opinion !== 'agrees' && opinion !== 'objects') errors.push('opinion-missing');
      if (opinion === 'objects' && reason === '') errors.push('reason-missing');
      if (reason.length > longestReason) errors.push('reason-too-long');
      const open = await this.open(officer, id);
      const along = open
        ? readActForm(this.platform, open.transition, body, came)
        : { details: {}, errors: [] };
      if (errors.length > 0 || along.errors.length > 0) {
        const found = await readConsultedCase(this.platform, officer, id);
        const typed = { body, opinion, reason, errors, along: along.errors };
        return sendPage(
          reply,
          <ConsultedPage
            {...{ context, typed }}
            file={found}
            postKey={key}
            now={this.platform.clock.now()}
          />,
          422,
        );
      }
      await answerConsultation(this.platform, officer, {
        applicationId: id,
        key,
        opinion: opinion === 'agrees' ? 'agrees' : 'objects',
        reason,
        details: along.details,
        file,
      });
      return reply.redirect('/consultations?done=answered', 303);
    } finally {
      await file?.discard();
    }
  }

  /** Undefined once it was answered: a repeated POST is told so by its key. */
  private async open(officer: Principal, id: string) {
    try {
      return await openConsultation(this.platform.database.manager, this.platform, officer, id);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }
}
