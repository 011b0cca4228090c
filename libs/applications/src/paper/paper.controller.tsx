import { Controller, Get, Param, Post, Query as QueryParam, Req, Res } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { forgetContents, receiveUpload } from '#lib/documents';
import { Platform, Refusal, transaction } from '#lib/platform';
import { IdParam, type Principal, Who, WhoMay } from '#lib/web';
import type { FormDefinition } from '#lib/forms';
import { openDraft } from '../draft/open-draft.js';
import { pageAddress, returnToIn } from '../draft/page-address.js';
import { addPaper } from './add-paper.js';
import { checkRoom, type PaperField, paperField, paperLimits, papersOf } from './paper-field.js';
import { refusedPaper } from './refused-paper.js';
import { removePaper } from './remove-paper.js';

type Query = Record<string, unknown>;

/** The papers of a draft, uploaded and removed one by one; what was typed on the page stays as it was saved. */
@Controller('drafts/:id/papers/:field')
export class PaperController {
  constructor(private readonly platform: Platform) {}

  /** Whoever enters the address that files are sent to means the page they are sent from. */
  @Get()
  @WhoMay('citizen')
  async page(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @QueryParam() query: Query,
    @Res() reply: FastifyReply,
  ) {
    return reply.redirect(await this.addressOf(principal, id, fieldId, query), 303);
  }

  @Post()
  @WhoMay('citizen')
  async add(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @QueryParam() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const upload = await fileOf(request);
    try {
      await this.receive(principal, id, fieldId, upload);
      return reply.redirect(await this.addressOf(principal, id, fieldId, query), 303);
    } catch (error) {
      upload?.file.resume();
      if (!(error instanceof Refusal) || error.status === 404 || error.status === 410) throw error;
      return reply.redirect(await this.addressOf(principal, id, fieldId, query, error), 303);
    }
  }

  @Post(':attachment/removal')
  @WhoMay('citizen')
  async remove(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @IdParam('attachment') attachmentId: string,
    @QueryParam() query: Query,
    @Res() reply: FastifyReply,
  ) {
    const paper = { draftId: id, fieldId, attachmentId };
    const digests = await transaction(this.platform.database, (tx) =>
      removePaper(tx, this.platform, principal, paper),
    );
    await forgetContents(this.platform, digests);
    return reply.redirect(await this.addressOf(principal, id, fieldId, query), 303);
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
    query: Query,
    refusal?: Refusal,
  ) {
    const opened = await openDraft(this.platform.database.manager, this.platform, principal, id);
    const page = pageOfField(opened.form, paperField(opened.form, fieldId));
    const refused = refusal && refusedPaper(refusal, fieldId, opened);
    if (refusal && !refused) throw refusal;
    // What was refused is said at the top of the page, which takes the focus if no field does.
    return `${pageAddress(id, page, returnToIn(query), refused)}${refusal ? '' : `#${fieldId}`}`;
  }
}

function pageOfField({ pages }: FormDefinition, field: PaperField): string {
  return pages.find(({ fields }) => fields.includes(field))?.id ?? '';
}

/** The file of a request; undefined if it brings none. Refuses what cannot be read as an upload. */
async function fileOf(request: FastifyRequest): Promise<MultipartFile | undefined> {
  if (!request.isMultipart()) throw new Refusal('unsupported-content', 415);
  return request.file().catch(() => {
    throw new Refusal('bad-request', 400);
  });
}
