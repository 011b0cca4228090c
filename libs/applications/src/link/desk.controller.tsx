import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openAttachment, sendAttachment } from '#lib/documents';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { lookerAt, recordCaseAccess } from '../case-file/record-case-access.js';
import { OriginalPage } from './original-page.js';
import { openOriginals, readOriginals } from './read-original.js';

/** What a complaint or a correction is about, for the officers who handle it. */
@Controller('applications/:id/original')
export class OriginalController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const file = await readOriginals(this.platform, officer, id);
    return renderPage(<OriginalPage context={context} file={file} />);
  }

  @Get(':originalId/attachments/:attachmentId')
  @WhoMay('officer')
  async attachment(
    @Who() officer: Principal,
    @IdParam() id: string,
    @IdParam('originalId') originalId: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.platform.database.transaction(async (tx) => {
      const { originals, standings } = await openOriginals(tx, this.platform, officer, id);
      const original = originals.find(({ application }) => application.id === originalId);
      if (!original) throw new Refusal('not-found', 404);
      const { application } = original;
      const opened = await openAttachment(tx, this.platform, { id: attachmentId, caseId: application.id });
      await recordCaseAccess(tx, this.platform, lookerAt(officer, application, standings), application, {
        what: 'attachment',
      });
      return opened;
    });
    await sendAttachment(reply, attachment);
  }
}
