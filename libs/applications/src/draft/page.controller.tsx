import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  areOfOneSection,
  hasTaskList,
  nextPage,
  type PageDefinition,
  pageOf,
  visiblePages,
} from '#lib/forms';
import { Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, IdParam, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import { prefillDraft } from '../prefill/prefill-draft.js';
import { paperError } from '../paper/refused-paper.js';
import { ConflictPage } from './conflict-page.js';
import { errorsShown } from './errors-shown.js';
import { showingPlaces } from './fields/show-places.js';
import { addRows } from './fields/table-field.js';
import { firstEmptyCell } from './fields/first-empty-cell.js';
import { type OpenDraft, openDraft } from './open-draft.js';
import { pageAddress, returnToIn, sectionsAddress } from './page-address.js';
import { checkDraft } from './read-draft.js';
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
    const draft = await openDraft(this.platform.database.manager, this.platform, principal, id);
    return reply.redirect(this.whereLeftOff(draft), 303);
  }

  @Get('pages/:page')
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const draft = await openDraft(manager, this.platform, principal, id);
    const page = pageOf(draft.form, pageId);
    if (!page) throw new Refusal('not-found', 404);
    if (!visiblePages(draft.form, draft.content.answers).includes(page))
      return reply.redirect(this.whereLeftOff(draft), 303);
    const { opened, registerAway } = await prefillDraft(this.platform, this.register, principal, draft, page);
    return sendPage(
      reply,
      await showPage(this.platform, {
        context,
        opened,
        page,
        returnTo: returnToIn(query),
        errors: errorsShown(this.platform, opened, page, query),
        registerAway,
        paperError: paperError(query, draft, context.language),
      }),
    );
  }

  /** Always leads to a page that can be opened again, so that the browser's way back does; but for a choice to make. */
  @Post('pages/:page')
  @WhoMay('citizen')
  async save(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const showing = showingPlaces(body);
    const posted = { draftId: id, pageId, body: showing?.sent ?? body, seen: textIn(body, 'seen') };
    const result = await transaction(this.platform.database, (tx) =>
      savePage(tx, this.platform, principal, posted),
    );
    const { opened, page } = result;
    const returnTo = returnToIn(query);
    const address = pageAddress(id, page.id, returnTo);
    if (result.outcome === 'conflict') {
      const { posted: mine } = result;
      return sendPage(reply, <ConflictPage {...{ context, opened, page, address, posted: mine }} />, 409);
    }
    const rowsOf = textIn(body, addRows);
    if (rowsOf) return reply.redirect(`${address}#${firstEmptyCell(opened, page, rowsOf)}`, 303);
    if (showing) return reply.redirect(`${address}#${encodeURIComponent(showing.anchor)}`, 303);
    if (result.outcome === 'asks-more') return reply.redirect(address, 303);
    if (result.outcome === 'wrong')
      return reply.redirect(pageAddress(id, page.id, returnTo, { checked: '1' }), 303);
    return reply.redirect(returnTo === 'check' ? this.backToCheck(opened) : afterPage(opened, page), 303);
  }

  /** The sections, where they are listed; else the first page that is not done. */
  private whereLeftOff(opened: OpenDraft): string {
    const { id } = opened.draft;
    if (hasTaskList(opened.form)) return sectionsAddress(id);
    return placeOf(id, unfinishedPage(checkDraft(this.platform, opened)));
  }

  /** To the last look, but first to pages that a change opened. */
  private backToCheck(opened: OpenDraft): string {
    const unfinished = unfinishedPage(checkDraft(this.platform, opened));
    return placeOf(opened.draft.id, unfinished, '?return=check');
  }
}

/** The next page; where sections are listed, the list after the last page of one. */
function afterPage({ draft, form, content }: OpenDraft, page: PageDefinition): string {
  const next = nextPage(form, content.answers, page.id);
  return hasTaskList(form) && !(next && areOfOneSection(form, page, next))
    ? sectionsAddress(draft.id)
    : placeOf(draft.id, next);
}

function placeOf(id: string, page: PageDefinition | undefined, query = ''): string {
  return page ? `/drafts/${id}/pages/${page.id}${query}` : `/drafts/${id}/check`;
}
