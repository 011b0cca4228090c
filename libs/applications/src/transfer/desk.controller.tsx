import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, refusalWords } from '#lib/platform';
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
import { readCase } from '../case-file/read-case.js';
import { performTransfer, searchResponsible } from './perform-transfer.js';
import { readTransferred } from './read-transferred.js';
import { TransferPage } from './transfer-page.js';
import { TransfersPage } from './transfers-page.js';
import { whyNotTransferred } from './why-not-transfer.js';

/** Passing applications on to the agency responsible for them, and what left for others. */
@Controller()
export class TransferController {
  constructor(private readonly platform: Platform) {}

  /** The agencies found by `words` are offered: the search is a GET of its own. */
  @Get('applications/:id/transfer')
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Query() query: Record<string, unknown>,
  ) {
    const file = await readCase(this.platform, officer, id);
    const words = textIn(query, 'words').slice(0, 100);
    const found = await searchResponsible(this.platform, file, words);
    const { application, revision } = file;
    const closed = await whyNotTransferred(this.platform.database.manager, revision.definition, application);
    const why = closed === undefined ? undefined : refusalWords(closed, context.language);
    return renderPage(<TransferPage {...{ context, file, words, found, why }} closed={why !== undefined} />);
  }

  @Post('applications/:id/transfer')
  @WhoMay('officer')
  async transfer(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const answer = await performTransfer(this.platform, { context, officer, id, body });
    if ('page' in answer) return sendPage(reply, answer.page, answer.status);
    return reply.redirect(`/transfers?done=${id}`, 303);
  }

  @Get('transfers')
  @WhoMay('officer')
  @Html()
  async list(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Query() { done, opened }: Record<string, unknown>,
  ) {
    const { manager } = this.platform.database;
    const transferred = await readTransferred(manager, this.platform, officer);
    const named = (id: unknown) => transferred.find(({ applicationId }) => applicationId === id);
    return renderPage(
      <TransfersPage
        context={context}
        transferred={transferred}
        justDone={named(done)}
        opened={named(opened)}
      />,
    );
  }
}
