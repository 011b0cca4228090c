import { Body, Controller, Get, HttpCode, Post, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, withoutUnseen } from '#lib/platform';
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
import type { Audience } from '../audience.js';
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

/** Somebody's passkeys, at the portal and at the desk alike: seen, named, removed. */
export function ownPasskeysController(audience: Audience): Type<unknown> {
  const caller = audience === 'portal' ? 'citizen' : 'officer';

  @Controller('account/passkeys')
  class OwnPasskeysController {
    constructor(private readonly platform: Platform) {}

    @Get()
    @WhoMay(caller)
    @Html()
    async list(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
      return renderPage(ownPasskeysPage(context, await this.shown(id)));
    }

    @Post(':id/name')
    @WhoMay(caller)
    async rename(
      @Context() context: PageContext,
      @Who() principal: Principal,
      @IdParam() id: string,
      @Body() body: unknown,
      @Res() reply: FastifyReply,
    ) {
      const tx = this.platform.database.manager;
      await ownPasskey(tx, audience, principal.id, id);
      const typed = String(bodyField(body, 'name') ?? '');
      const name = withoutUnseen(typed.normalize('NFC').replace(/\s+/gu, ' ')).trim();
      if (name === '' || [...name].length > 60) {
        const shown = await this.shown(principal.id);
        return sendPage(reply, ownPasskeysPage(context, { ...shown, mistake: { id, typed } }), 422);
      }
      await tx.getRepository(Passkey).update({ id, audience, ownerId: principal.id }, { name });
      return reply.redirect(`${home}?done=renamed`, 303);
    }

    @Get(':id/removal')
    @WhoMay(caller)
    async removalPage(
      @Context() context: PageContext,
      @Who() principal: Principal,
      @IdParam() id: string,
      @Res() reply: FastifyReply,
    ) {
      const tx = this.platform.database.manager;
      const passkey = await ownPasskey(tx, audience, principal.id, id);
      const last = (await passkeysOf(tx, audience, principal.id)).length < 2;
      if (!last && !this.mayRemove(principal))
        return reply.redirect(stepUpAddress(`${home}/${id}/removal`), 303);
      return sendPage(reply, removalPage(context, passkey, last));
    }

    @Post(':id/removal')
    @WhoMay(caller)
    @HttpCode(303)
    async remove(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
      if (!this.mayRemove(principal)) demandFresh(this.platform, principal);
      const { id: ownerId, sessionId } = principal;
      await removePasskey(this.platform, { audience, ownerId, sessionId, id });
      return reply.redirect(`${home}?done=removed`, 303);
    }

    private async shown(ownerId: string) {
      const tx = this.platform.database.manager;
      return {
        passkeys: await passkeysOf(tx, audience, ownerId),
        accepted: await acceptedPasskeys(tx, this.platform, audience, ownerId),
      };
    }

    /** An officer's session is short, and a passkey at the desk opens nothing without the link of an administrator. */
    private mayRemove(principal: Principal): boolean {
      return audience === 'desk' || isFresh(this.platform, principal);
    }
  }
  return OwnPasskeysController;
}
