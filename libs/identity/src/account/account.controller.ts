import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { digest, Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { beginRegistration } from '../ceremony/begin-registration.js';
import { bodyField } from '../ceremony/body-field.js';
import type { OptionsReply } from '../ceremony/options-reply.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { savePasskey } from '../passkey/save-passkey.js';
import { verifyRegistration } from '../passkey/verify-registration.js';
import { personalDetails } from '../person/personal-details.js';
import { demandFresh, isFresh } from '../step-up/freshness.js';
import { accountPage, addPasskeyPage } from './page.js';

/** A citizen's own page: who they are here, and the passkeys that open it. */
@Controller('account')
export class AccountController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async page(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
    const tx = this.platform.database.manager;
    const person = await personalDetails(tx, this.platform, id);
    return renderPage(accountPage(context, person, await passkeysOf(tx, 'portal', id)));
  }

  @Get('passkeys/new')
  @WhoMay('citizen')
  @Html()
  addPage(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect('/step-up?next=/account/passkeys/new', 303);
    return reply.send(renderPage(addPasskeyPage(context)));
  }

  @Post('passkeys/challenge')
  @WhoMay('citizen')
  @HttpCode(200)
  async challenge(@Context() { language }: PageContext, @Who() principal: Principal): Promise<OptionsReply> {
    demandFresh(this.platform, principal);
    const { id: ownerId, name, sessionId } = principal;
    const wish = { audience: 'portal', ownerId, name, boundTo: digest(sessionId), language } as const;
    return beginRegistration(this.platform.database.manager, this.platform, wish);
  }

  @Post('passkeys')
  @WhoMay('citizen')
  @HttpCode(200)
  async add(@Who() principal: Principal, @Body() body: unknown): Promise<{ next: string }> {
    demandFresh(this.platform, principal);
    const tx = this.platform.database.manager;
    const passkey = await verifyRegistration(tx, this.platform, {
      audience: 'portal',
      boundTo: digest(principal.sessionId),
      ownerId: principal.id,
      registration: bodyField(body, 'credential'),
    });
    await savePasskey(tx, passkey);
    return { next: '/account' };
  }
}
