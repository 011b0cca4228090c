import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, transaction, uuid } from '#lib/platform';
import {
  Context,
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
import { theirApplication } from '../case-file/read-case.js';
import { lookerAt, recordCaseAccess } from '../case-file/record-case-access.js';
import { MessagesPage } from './messages-page.js';
import { readPostedText } from './posted-text.js';
import { hasSent, readConversation } from './read-conversation.js';
import { settleUpTo } from './unanswered.js';
import { writeMessage } from './write-message.js';

/** The agency's side of a conversation: every officer who handles its applications reads and may answer. */
@Controller('applications/:id/messages')
export class DeskMessagesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ) {
    const conversation = await this.read(officer, id);
    const sent = hasSent(conversation.messages, done, officer.id);
    return renderPage(<MessagesPage context={context} {...conversation} sent={sent} />);
  }

  @Post()
  @WhoMay('officer')
  async write(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const typed = readPostedText(body);
    const here = `/applications/${id}/messages`;
    if (typed.error) {
      const conversation = await this.read(officer, id);
      return sendPage(reply, <MessagesPage context={context} {...conversation} typed={typed} />, 422);
    }
    try {
      const messageId = await transaction(this.platform.database, async (tx) =>
        writeMessage(tx, this.platform, {
          application: await theirApplication(tx, officer, id),
          author: { kind: 'officer', id: officer.id, name: officer.name },
          text: typed.text,
          idempotencyKey: typed.key,
        }),
      );
      return reply.redirect(`${here}?done=${messageId}`, 303);
    } catch (error) {
      return reply.redirect(sentBack(error, here), 303);
    }
  }

  /** What a citizen wrote needs no answer; what came after the officer had looked, they look at first. */
  @Post('settlement')
  @WhoMay('officer')
  async settle(
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const seen = textIn(body, 'seen');
    const settled = await transaction(this.platform.database, async (tx) => {
      await theirApplication(tx, officer, id);
      return uuid.test(seen) && settleUpTo(tx, id, seen);
    });
    const there = `/applications/${id}`;
    return reply.redirect(settled ? there : `${there}/messages?refused=message-came-meanwhile`, 303);
  }

  /** Reads for an officer, which is recorded like any look at the case file. */
  private read(officer: Principal, id: string) {
    return transaction(this.platform.database, async (tx) => {
      const application = await theirApplication(tx, officer, id);
      await recordCaseAccess(tx, this.platform, lookerAt(officer, application), application, {
        what: 'case-file',
      });
      return readConversation(tx, this.platform, 'officer', application);
    });
  }
}
