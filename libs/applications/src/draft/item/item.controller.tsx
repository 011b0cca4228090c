import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { itemsOf } from '#lib/forms';
import { Platform, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import { ConflictPage } from '../conflict-page.js';
import { errorsShown } from '../errors-shown.js';
import { showingPlaces } from '../fields/show-places.js';
import { openDraft } from '../open-draft.js';
import { itemAddress, pageAddress, returnToIn } from '../page-address.js';
import { ItemPage } from './item-page.js';
import { ItemRemovalPage } from './item-removal-page.js';
import { openItem } from './open-item.js';
import { removeItem, saveItem } from './save-item.js';

/** The items of a repeat, one a page; the page of the repeat lists them. */
@Controller('drafts/:id/pages/:page/items/:number')
export class DraftItemController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const returnTo = returnToIn(query);
    const item = openItem(await this.open(principal, id), pageId, number);
    if (!item) return reply.redirect(pageAddress(id, pageId, returnTo), 303);
    const errors = errorsShown(this.platform, item.opened, item.page, { checked: query.checked });
    return sendPage(reply, <ItemPage {...{ context, item, returnTo, errors }} />);
  }

  @Post()
  @WhoMay('citizen')
  async save(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const returnTo = returnToIn(query);
    const showing = showingPlaces(body);
    const posted = { draftId: id, pageId, number, body: showing?.sent ?? body, seen: textIn(body, 'seen') };
    const result = await transaction(this.platform.database, (tx) =>
      saveItem(tx, this.platform, principal, posted),
    );
    const address = itemAddress(id, pageId, Number(number), returnTo);
    if (result.outcome === 'conflict') {
      const { opened, page } = result.item;
      return sendPage(
        reply,
        <ConflictPage {...{ context, opened, page, address, posted: result.posted }} />,
        409,
      );
    }
    if (showing) return reply.redirect(`${address}#${encodeURIComponent(showing.anchor)}`, 303);
    if (result.outcome === 'wrong')
      return reply.redirect(`${address}${address.includes('?') ? '&' : '?'}checked=1`, 303);
    return reply.redirect(pageAddress(id, pageId, returnTo), 303);
  }

  @Get('removal')
  @WhoMay('citizen')
  async askRemoval(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const returnTo = returnToIn(query);
    const draft = await this.open(principal, id);
    const item = openItem(draft, pageId, number);
    if (!item || item.index >= itemsOf(draft.content.answers, item.field).length)
      return reply.redirect(pageAddress(id, pageId, returnTo), 303);
    return sendPage(reply, <ItemRemovalPage {...{ context, item, returnTo }} />);
  }

  /** What changed since it was asked about is asked about again. */
  @Post('removal')
  @WhoMay('citizen')
  async remove(
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('page') pageId: string,
    @Param('number') number: string,
    @Query() query: Record<string, unknown>,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const returnTo = returnToIn(query);
    const asked = { draftId: id, pageId, number, seen: textIn(body, 'seen') };
    const removed = await transaction(this.platform.database, (tx) =>
      removeItem(tx, this.platform, principal, asked),
    );
    const again = itemAddress(id, pageId, Number(number), returnTo, 'removal');
    return reply.redirect(removed ? pageAddress(id, pageId, returnTo) : again, 303);
  }

  private open(principal: Principal, id: string) {
    return openDraft(this.platform.database.manager, this.platform, principal, id);
  }
}
