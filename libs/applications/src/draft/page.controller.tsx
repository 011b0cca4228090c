import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type FieldError, nextPage, type PageDefinition, pageOf, visiblePages } from '#lib/forms';
import { Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { prefillDraft } from '../prefill/prefill-draft.js';
import { ConflictPage } from './conflict-page.js';
import { showCommunes } from './fields/address-field.js';
import { type OpenDraft, openDraft } from './open-draft.js';
import { checkDraft, type DraftReading } from './read-draft.js';
import { savePage } from './save-page.js';
import { showPage } from './show-page.js';
import { unfinishedPage } from './unfinished-page.js';

/** The pages of a form, one at a time. Each is saved when it is sent, whatever is still wrong with it. */
@Controller('drafts/:id')
export class DraftPageController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
  ) {}

  /** Where the citizen left off. */
  @Get()
  @WhoMay('citizen')
  async resume(@IdParam() id: string, @Who() principal: Principal, @Res() reply: FastifyReply) {
    const reading = checkDraft(
      this.platform,
      await openDraft(this.platform.database.manager, this.platform, principal, id),
    );
    return reply.redirect(placeOf(id, unfinishedPage(reading)), 303);
  }

  @Get('pages/:page')
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Query('return') returning: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const draft = await openDraft(manager, this.platform, principal, id);
    const page = pageOf(draft.form, pageId);
    if (!page) throw new Refusal('not-found', 404);
    if (!visiblePages(draft.form, draft.content.answers).includes(page))
      return reply.redirect(placeOf(id, unfinishedPage(checkDraft(this.platform, draft))), 303);
    const { opened, registerAway } = await prefillDraft(this.platform, this.register, principal, draft, page);
    const returnTo = returning === 'check' ? 'check' : 'next';
    const errors = returnTo === 'check' ? wrongOn(page, checkDraft(this.platform, opened)) : [];
    return sendPage(
      reply,
      await showPage(this.platform, { context, opened, page, returnTo, errors, registerAway }),
    );
  }

  @Post('pages/:page')
  @WhoMay('citizen')
  async save(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Query('return') returning: unknown,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const posted = { draftId: id, pageId, body, seen: textIn(body, 'seen') };
    const result = await transaction(this.platform.database, (tx) =>
      savePage(tx, this.platform, principal, posted),
    );
    const { opened, page } = result;
    const returnTo = returning === 'check' ? 'check' : 'next';
    const address = `/drafts/${id}/pages/${page.id}${returnTo === 'check' ? '?return=check' : ''}`;
    if (result.outcome === 'conflict') {
      const { posted: mine } = result;
      return sendPage(reply, <ConflictPage {...{ context, opened, page, address, posted: mine }} />, 409);
    }
    const communesOf = textIn(body, showCommunes);
    if (communesOf) return reply.redirect(`${address}#${encodeURIComponent(communesOf)}-commune`, 303);
    if (result.outcome === 'asks-more') return reply.redirect(address, 303);
    if (result.outcome === 'wrong') {
      const shown = { context, opened, page, returnTo, errors: result.errors, registerAway: false } as const;
      return sendPage(reply, await showPage(this.platform, shown), 422);
    }
    return reply.redirect(returnTo === 'check' ? this.backToCheck(opened) : afterPage(opened, page), 303);
  }

  /** To the last look, but first to pages that a change opened. */
  private backToCheck(opened: OpenDraft): string {
    const unfinished = unfinishedPage(checkDraft(this.platform, opened));
    return placeOf(opened.draft.id, unfinished, '?return=check');
  }
}

function afterPage({ draft, form, content }: OpenDraft, page: PageDefinition): string {
  return placeOf(draft.id, nextPage(form, content.answers, page.id));
}

function placeOf(id: string, page: PageDefinition | undefined, query = ''): string {
  return page ? `/drafts/${id}/pages/${page.id}${query}` : `/drafts/${id}/check`;
}

/** What is wrong on a page that was sent before, not what is still missing: nobody is scolded for a page not yet seen. */
function wrongOn(page: PageDefinition, { content, errors }: DraftReading): FieldError[] {
  const asked = new Set(page.fields.map(({ id }) => id));
  return errors.filter(
    ({ field, code }) =>
      asked.has(field) && content.answers[field] !== undefined && !code.startsWith('address-'),
  );
}

function textIn(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value = (body as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : '';
}
