import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { previewForm } from '#lib/applications';
import { previewProcedure } from '#lib/catalogue';
import { languages, Platform, Refusal } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { serviceIn } from '../checking/service-in.js';
import { readDraft } from '../draft/read-draft.js';
import { inert } from './inert.js';
import { PreviewFrame } from './preview-frame.js';

/** A draft revision as citizens will see it, on a phone. Nothing that is typed into it is stored. */
@Controller('design/drafts/:id/preview')
export class PreviewController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async frame(
    @Context() context: PageContext,
    @Who() designer: Principal,
    @IdParam() id: string,
    @Query() query: unknown,
  ): Promise<string> {
    const { draft, definition } = await this.read(designer, id);
    const page = textIn(query, 'page');
    const inLanguage = languages.find((language) => language === textIn(query, 'in')) ?? 'vi';
    return renderPage(<PreviewFrame {...{ context, draft, definition, page, inLanguage }} />);
  }

  @Get(':language/procedure')
  @WhoMay('officer')
  async procedure(
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('language') asked: string,
    @Res() reply: FastifyReply,
  ) {
    const { definition } = await this.read(designer, id);
    if (!definition) throw new Refusal('definition-has-findings', 422);
    const context = citizenReading(asked);
    const page = await previewProcedure(this.platform, context, definition);
    const first = definition.form.pages[0]?.id ?? '';
    return sendFramed(reply, page, this.addresses(id, asked)(first));
  }

  @Get(':language/pages/:page')
  @WhoMay('officer')
  async open(
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('language') asked: string,
    @Param('page') pageId: string,
    @Res() reply: FastifyReply,
  ) {
    return this.show(designer, reply, { id, asked, pageId, body: undefined });
  }

  @Post(':language/pages/:page')
  @WhoMay('officer')
  @HttpCode(200)
  async send(
    @Who() designer: Principal,
    @IdParam() id: string,
    @Param('language') asked: string,
    @Param('page') pageId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.show(designer, reply, { id, asked, pageId, body: body ?? {} });
  }

  private async show(
    designer: Principal,
    reply: FastifyReply,
    { id, asked, pageId, body }: { id: string; asked: string; pageId: string; body: unknown },
  ) {
    const { definition } = await this.read(designer, id);
    if (!definition) throw new Refusal('definition-has-findings', 422);
    const context = citizenReading(asked);
    const addressOf = this.addresses(id, asked);
    return sendFramed(reply, previewForm(this.platform, { context, definition, pageId, body, addressOf }));
  }

  private addresses(id: string, language: string) {
    return (pageId: string) => `/design/drafts/${id}/preview/${language}/pages/${pageId}`;
  }

  private async read(designer: Principal, id: string) {
    const { draft, saved } = await readDraft(this.platform.database.manager, designer, id);
    return { draft, definition: serviceIn(saved.text) };
  }
}

/** Whoever reads the portal without being signed in. */
function citizenReading(asked: string): PageContext {
  const language = languages.find((each) => each === asked);
  if (!language) throw new Refusal('not-found', 404);
  return { app: 'portal', language, path: '/' };
}

/** May be shown in a frame of our own, which pages otherwise may not; leads nowhere but to the start of the form. */
function sendFramed(reply: FastifyReply, page: VNode, start?: string): FastifyReply {
  const policy = String(reply.raw.getHeader('content-security-policy') ?? '');
  return reply
    .header('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
    .type('text/html; charset=utf-8')
    .send(inert(renderPage(page), start));
}
