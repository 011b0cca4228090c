import { Body, Controller, Get, Param, Post, Query as QueryParam, Req, Res } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { forgetContents, receiveUpload } from '#lib/documents';
import { Platform, Refusal, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import type { FormDefinition } from '#lib/forms';
import { ConflictPage } from '../draft/conflict-page.js';
import { openDraft } from '../draft/open-draft.js';
import { pageAddress, returnToIn } from '../draft/page-address.js';
import { type SavedPage, savePage } from '../draft/save-page.js';
import { addPaper } from './add-paper.js';
import { checkRoom, type PaperField, paperField, paperLimits, papersOf } from './paper-field.js';
import { readUpload } from './read-upload.js';
import { refusedPaper } from './refused-paper.js';
import { removePaper } from './remove-paper.js';

type Query = Record<string, unknown>;

/** The papers of a draft, uploaded and removed one by one. What was typed on their page is sent with them and saved first. */
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
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @QueryParam() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { inputs, upload } = await readUpload(request, fieldId);
    try {
      const conflict = await this.keep(principal, id, fieldId, inputs);
      if (conflict) {
        upload?.file.resume();
        return this.ask(context, reply, conflict, query);
      }
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
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('field') fieldId: string,
    @IdParam('attachment') attachmentId: string,
    @QueryParam() query: Query,
    @Body() inputs: unknown,
    @Res() reply: FastifyReply,
  ) {
    const conflict = await this.keep(principal, id, fieldId, inputs);
    if (conflict) return this.ask(context, reply, conflict, query);
    const paper = { draftId: id, fieldId, attachmentId };
    const digests = await transaction(this.platform.database, (tx) =>
      removePaper(tx, this.platform, principal, paper),
    );
    await forgetContents(this.platform, digests);
    return reply.redirect(await this.addressOf(principal, id, fieldId, query), 303);
  }

  /** Saves the page, finished or not; what another tab saved meanwhile is left, and given back to be asked about. */
  private async keep(principal: Principal, id: string, fieldId: string, body: unknown) {
    if (typeof body !== 'object' || body === null || Object.keys(body).length === 0) return undefined;
    const { database } = this.platform;
    const { form } = await openDraft(database.manager, this.platform, principal, id);
    const posted = {
      draftId: id,
      pageId: pageOfField(form, paperField(form, fieldId)),
      body,
      seen: textIn(body, 'seen'),
    };
    const saved = await transaction(database, (tx) => savePage(tx, this.platform, principal, posted));
    return saved.outcome === 'conflict' ? saved : undefined;
  }

  private ask(
    context: PageContext,
    reply: FastifyReply,
    { opened, page, posted }: SavedPage & { outcome: 'conflict' },
    query: Query,
  ) {
    const address = pageAddress(opened.draft.id, page.id, returnToIn(query));
    return sendPage(reply, <ConflictPage {...{ context, opened, page, address, posted }} />, 409);
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
    if (!upload?.filename) throw new Refusal('file-missing', 422);
    checkRoom(field, papersOf(content.answers, fieldId));
    const file = await receiveUpload(this.platform, upload.file, paperLimits(field));
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
