import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { Platform, transaction } from '#lib/platform';
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
import { theirApplication } from '../case-file/read-case.js';
import { lookerAt, recordCaseAccess } from '../case-file/record-case-access.js';
import { keepWritten, readWritten } from '../conversation/message.js';
import { readPostedText } from '../conversation/posted-text.js';
import { hasSent } from '../conversation/read-conversation.js';
import { NotesPage } from './notes-page.js';

/** What officers of an agency note for one another. The portal has no right to read the table. */
@Controller('applications/:id/notes')
export class NotesController {
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
    const notes = await this.read(officer, id);
    return renderPage(
      <NotesPage context={context} {...notes} kept={hasSent(notes.notes, done, officer.id)} />,
    );
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
    if (typed.error)
      return sendPage(
        reply,
        <NotesPage context={context} {...(await this.read(officer, id))} typed={typed} />,
        422,
      );
    const note = await transaction(this.platform.database, async (tx) => {
      const { agencyId } = await theirApplication(tx, officer, id);
      return keepWritten(tx, this.platform, 'note', {
        applicationId: id,
        agencyId,
        author: { kind: 'officer', id: officer.id, name: officer.name },
        text: typed.text,
        idempotencyKey: typed.key,
      });
    });
    return reply.redirect(`/applications/${id}/notes?done=${note.id}`, 303);
  }

  private read(officer: Principal, id: string) {
    return transaction(this.platform.database, async (tx) => {
      const application = await theirApplication(tx, officer, id);
      await recordCaseAccess(tx, this.platform, lookerAt(officer, application), application, {
        what: 'case-file',
      });
      return {
        application,
        definition: (await revisionById(tx, application.revisionId)).definition,
        agency: await agencyById(tx, application.agencyId),
        notes: await readWritten(tx, this.platform, 'note', id),
      };
    });
  }
}
