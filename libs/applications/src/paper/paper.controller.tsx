import { Controller, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { forgetContents, receiveUpload } from '#lib/documents';
import { Platform, Refusal, refusalWords, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { openDraft } from '../draft/open-draft.js';
import { showPage } from '../draft/show-page.js';
import { addPaper } from './add-paper.js';
import { checkRoom, paperField, paperLimits, papersOf } from './paper-field.js';
import { removePaper } from './remove-paper.js';

/** The papers of a draft, uploaded and removed one by one; what was typed on the page stays as it was saved. */
@Controller('drafts/:id/papers/:field')
export class PaperController {
  constructor(private readonly platform: Platform) {}

  @Post()
  @WhoMay('citizen')
  async add(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @Query('return') returning: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const upload = await fileOf(request);
    try {
      await this.receive(principal, id, fieldId, upload);
      return reply.redirect(await this.addressOf(principal, id, fieldId, returning), 303);
    } catch (error) {
      upload?.file.resume();
      if (!(error instanceof Refusal) || error.status === 404 || error.status === 410) throw error;
      return this.showRefused(error, { context, principal, id, fieldId, returning, reply });
    }
  }

  @Post(':attachment/removal')
  @WhoMay('citizen')
  async remove(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @IdParam('attachment') attachmentId: string,
    @Query('return') returning: unknown,
    @Res() reply: FastifyReply,
  ) {
    const paper = { draftId: id, fieldId, attachmentId };
    const digests = await transaction(this.platform.database, (tx) =>
      removePaper(tx, this.platform, principal, paper),
    );
    await forgetContents(this.platform, digests);
    return reply.redirect(await this.addressOf(principal, id, fieldId, returning), 303);
  }

  private async receive(
    principal: Principal,
    id: string,
    fieldId: string,
    upload: MultipartFile | undefined,
  ) {
    const { database } = this.platform;
    const { form, content } = await openDraft(database.manager, this.platform, principal, id);
    const field = paperField(form, fieldId);
    if (!upload) throw new Refusal('file-missing', 422);
    checkRoom(field, papersOf(content.answers, fieldId));
    const file = await receiveUpload(this.platform, upload.file, paperLimits(field)).catch((error) => {
      throw upload.filename ? error : new Refusal('file-missing', 422);
    });
    try {
      const paper = { draftId: id, fieldId, name: upload.filename, file };
      await transaction(database, (tx) => addPaper(tx, this.platform, principal, paper));
    } finally {
      await file.discard();
    }
  }

  private async addressOf(
    principal: Principal,
    id: string,
    fieldId: string,
    returning: unknown,
  ): Promise<string> {
    const { form } = await openDraft(this.platform.database.manager, this.platform, principal, id);
    const page = form.pages.find(({ fields }) => fields.some((field) => field.id === fieldId));
    return `/drafts/${id}/pages/${page?.id}${returning === 'check' ? '?return=check' : ''}#${fieldId}`;
  }

  private async showRefused(refusal: Refusal, asked: Asked) {
    const { context, principal, id, fieldId, returning, reply } = asked;
    const opened = await openDraft(this.platform.database.manager, this.platform, principal, id);
    const page = opened.form.pages.find(({ fields }) => fields.some((field) => field.id === fieldId));
    const words = refusalWords(refusal.code, context.language, refusal.facts);
    if (!page || !words) throw refusal;
    const shown = await showPage(this.platform, {
      context,
      opened,
      page,
      returnTo: returning === 'check' ? 'check' : 'next',
      errors: [],
      registerAway: false,
      paperError: { field: fieldId, text: `${words.title}. ${words.help}` },
    });
    return sendPage(reply, shown, refusal.status);
  }
}

interface Asked {
  context: PageContext;
  principal: Principal;
  id: string;
  fieldId: string;
  returning: unknown;
  reply: FastifyReply;
}

/** The file of a request; undefined if it brings none. Refuses what cannot be read as an upload. */
async function fileOf(request: FastifyRequest): Promise<MultipartFile | undefined> {
  if (!request.isMultipart()) throw new Refusal('unsupported-content', 415);
  return request.file().catch(() => {
    throw new Refusal('bad-request', 400);
  });
}
