import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
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
import { readCase } from '../case-file/read-case.js';
import { AssignmentPage } from './assignment-page.js';
import { performAssignment } from './perform-assignment.js';
import { readAssignmentRoom } from './read-assignment-room.js';

/** Whose an application is. */
@Controller('applications/:id/assignment')
export class AssignmentController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const file = await readCase(this.platform, officer, id);
    const room = await readAssignmentRoom(this.platform, file, officer);
    return renderPage(<AssignmentPage {...{ context, file, room }} />);
  }

  @Post()
  @WhoMay('officer')
  async say(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const answer = await performAssignment(this.platform, { context, officer, id, body });
    if ('page' in answer) return sendPage(reply, answer.page, answer.status);
    return reply.redirect(`/applications/${id}?done=${answer.sequence}`, 303);
  }
}
