import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { knownProcedure } from '#lib/catalogue';
import { Platform, Refusal, refusalWords, transaction } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, sendPage, Who, WhoMay } from '#lib/web';
import { demandDesigner } from '../demand-designer.js';
import { beginDraft } from './begin-draft.js';
import { NewPage } from './new-page.js';
import { skeleton } from './skeleton.js';
import { uploadedText } from './uploaded-text.js';

/** A draft revision of a procedure nobody knows yet, or of any from a file. */
@Controller('design')
export class NewDraftController {
  constructor(private readonly platform: Platform) {}

  @Get('new')
  @WhoMay('officer')
  @Html()
  page(@Context() context: PageContext, @Who() designer: Principal): string {
    demandDesigner(designer);
    return renderPage(<NewPage context={context} code="" />);
  }

  @Post('drafts')
  @WhoMay('officer')
  async begin(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    demandDesigner(designer);
    const { fields, text } = await uploadedText(request);
    const { code = '' } = fields;
    try {
      const { id } = await transaction(this.platform.database, async (tx) => {
        if (text === undefined && (await knownProcedure(tx, code))) throw new Refusal('code-is-taken', 422);
        const from = { code, basedOn: null, text: text ?? skeleton(code) };
        const how = text === undefined ? 'begun' : 'uploaded';
        return beginDraft(tx, this.platform, designer, { ...from, how });
      });
      return reply.redirect(`/design/drafts/${id}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status === 404) throw error;
      const refused = refusalWords(error.code, context.language);
      return sendPage(reply, <NewPage {...{ context, code, refused }} />, error.status);
    }
  }
}
