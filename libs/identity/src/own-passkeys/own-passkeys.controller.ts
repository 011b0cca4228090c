import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  Who,
  WhoMay,
} from '#lib/web';
import { bodyField } from '../ceremony/body-field.js';
import { acceptedPasskeys } from '../passkey/accepted-passkeys.js';
import { Passkey } from '../passkey/passkey.entity.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { ownPasskey } from './own-passkey.js';
import { ownPasskeysPage } from './list-page.js';
import { removalPage } from './removal-page.js';
import { removePasskey } from './remove-passkey.js';

const home = '/account/passkeys';

/** A citizen's passkeys: seen, named, removed. */
@Controller('account/passkeys')
export class OwnPasskeysController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
    return renderPage(ownPasskeysPage(context, await this.shown(id)));
  }

  @Post(':id/name')
  @WhoMay('citizen')
  async rename(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    await ownPasskey(tx, principal.id, id);
    const typed = String(bodyField(body, 'name') ?? '');
    const name = typed
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ' ')
      .trim();
    if (name === '' || [...name].length > 60) {
      const shown = await this.shown(principal.id);
      return sendPage(reply, ownPasskeysPage(context, { ...shown, mistake: { id, typed } }), 422);
    }
    await tx.getRepository(Passkey).update({ id, ownerId: principal.id }, { name });
    return reply.redirect(`${home}?done=renamed`, 303);
  }

  @Get(':id/removal')
  @WhoMay('citizen')
  async removalPage(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    const passkey = await ownPasskey(tx, principal.id, id);
    const last = (await passkeysOf(tx, 'portal', principal.id)).length < 2;
    if (!last && !isFresh(this.platform, principal))
      return reply.redirect(stepUpAddress(`${home}/${id}/removal`), 303);
    return sendPage(reply, removalPage(context, passkey, last));
  }

  @Post(':id/removal')
  @WhoMay('citizen')
  @HttpCode(303)
  async remove(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    demandFresh(this.platform, principal);
    const { id: ownerId, sessionId } = principal;
    await removePasskey(this.platform, { ownerId, sessionId, id });
    return reply.redirect(`${home}?done=removed`, 303);
  }

  private async shown(ownerId: string) {
    const tx = this.platform.database.manager;
    return {
      passkeys: await passkeysOf(tx, 'portal', ownerId),
      accepted: await acceptedPasskeys(tx, this.platform, 'portal', ownerId),
    };
  }
}
