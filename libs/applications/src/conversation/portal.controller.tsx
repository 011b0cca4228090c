import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { slowDown } from '#lib/identity';
import { Platform, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { applicationToActOn, readableApplication } from '../tracking/own-application.js';
import { MessagesPage } from './messages-page.js';
import { readPostedText } from './posted-text.js';
import { hasSent, readConversation } from './read-conversation.js';
import { writeMessage } from './write-message.js';

/** The citizen's side of a conversation: the applicant's, and that of whoever it was filed for. */
@Controller('applications/:id/messages')
export class MessagesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ) {
    const { manager } = this.platform.database;
    const { application } = await readableApplication(manager, principal, id);
    const conversation = await readConversation(manager, this.platform, 'citizen', application);
    const sent = hasSent(conversation.messages, done, principal.id);
    return renderPage(<MessagesPage context={context} {...conversation} sent={sent} />);
  }

  @Post()
  @WhoMay('citizen')
  async write(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const typed = readPostedText(body);
    const { manager } = platform.database;
    const { application, mine } = await readableApplication(manager, principal, id);
    if (typed.error) {
      const conversation = await readConversation(manager, platform, 'citizen', application);
      return sendPage(reply, <MessagesPage context={context} {...conversation} typed={typed} />, 422);
    }
    const here = `/applications/${id}/messages`;
    // Refused on a page of its own, whose button sends again what was written.
    await slowDown(platform, 'message-person', principal.id);
    try {
      const messageId = await transaction(platform.database, async (tx) => {
        if (mine) await applicationToActOn(tx, platform, principal, id);
        return writeMessage(tx, platform, {
          application,
          author: { kind: 'citizen', id: principal.id, name: principal.name },
          text: typed.text,
          idempotencyKey: typed.key,
        });
      });
      return reply.redirect(`${here}?done=${messageId}`, 303);
    } catch (error) {
      return reply.redirect(sentBack(error, here), 303);
    }
  }
}
