import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { officerNames } from '#lib/organisations';
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
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { ChangedPage } from './changed-page.js';
import { postedText } from './posted-text.js';
import { readDraft, savedText } from './read-draft.js';
import { discardDraft, saveText, type TextToSave } from './save-text.js';
import { sendText } from './send-text.js';
import { showDraft } from './show-draft.js';
import { uploadedText } from './uploaded-text.js';

/** A draft revision at the designers'. */
@Controller('design/drafts/:id')
export class DraftRevisionController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() designer: Principal, @IdParam() id: string) {
    const now = await readDraft(this.platform.database.manager, designer, id);
    return renderPage(await showDraft(this.platform, context, now));
  }

  @Post('text')
  @WhoMay('officer')
  async save(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const text = postedText(body);
    const version = Number(textIn(body, 'version'));
    return this.saveAs(context, designer, reply, { draftId: id, version, text, how: 'typed' });
  }

  @Post('upload')
  @WhoMay('officer')
  async upload(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { fields, text } = await uploadedText(request);
    if (text === undefined) return reply.redirect(`/design/drafts/${id}?refused=yaml-missing`, 303);
    const version = Number(fields.version);
    return this.saveAs(context, designer, reply, { draftId: id, version, text, how: 'uploaded' });
  }

  /** An earlier text once more. */
  @Post('versions/:version/restoration')
  @WhoMay('officer')
  async restore(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('version') earlier: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    await readDraft(manager, designer, id);
    const { text } = await savedText(manager, id, Number(earlier));
    const version = Number(textIn(body, 'version'));
    return this.saveAs(context, designer, reply, { draftId: id, version, text, how: 'restored' });
  }

  @Get('versions/:version/definition.yaml')
  @WhoMay('officer')
  async download(
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('version') version: string,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const { draft } = await readDraft(manager, designer, id);
    const { text } = await savedText(manager, id, Number(version));
    return sendText(reply, `${draft.code}-draft-${Number(version)}.yaml`, text);
  }

  @Post('end')
  @WhoMay('officer')
  async end(@Who() designer: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    try {
      await transaction(this.platform.database, (tx) => discardDraft(tx, this.platform, designer, id));
    } catch (error) {
      return reply.redirect(sentBack(error, `/design/drafts/${id}`), 303);
    }
    return reply.redirect('/design?done=discarded', 303);
  }

  private async saveAs(context: PageContext, designer: Principal, reply: FastifyReply, asked: TextToSave) {
    const { database } = this.platform;
    const { outcome, now } = await transaction(database, (tx) =>
      saveText(tx, this.platform, designer, asked),
    );
    if (outcome === 'saved') return reply.redirect(`/design/drafts/${asked.draftId}?done=saved`, 303);
    const { savedBy } = now.saved;
    const name = (await officerNames(database.manager, [savedBy])).get(savedBy) ?? '';
    return sendPage(reply, <ChangedPage {...{ context, now, name }} mine={asked.text} />, 409);
  }
}
