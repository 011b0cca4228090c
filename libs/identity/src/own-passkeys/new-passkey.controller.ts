import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { digest, Platform } from '#lib/platform';
import { Context, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { beginRegistration } from '../ceremony/begin-registration.js';
import { bodyField } from '../ceremony/body-field.js';
import type { OptionsReply } from '../ceremony/options-reply.js';
import { refuseTooManyPasskeys } from '../passkey/refuse-too-many-passkeys.js';
import { localPath } from '../sign-in/local-path.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { addPasskey } from './add-passkey.js';
import { addPage } from './add-page.js';

/** One more passkey for a citizen who has just shown that it is them. */
@Controller('account/passkeys')
export class NewPasskeyController {
  constructor(private readonly platform: Platform) {}

  @Get('new')
  @WhoMay('citizen')
  async page(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    await this.refuseTooMany(principal);
    if (!isFresh(this.platform, principal))
      return reply.redirect(stepUpAddress('/account/passkeys/new'), 303);
    return sendPage(reply, addPage(context));
  }

  @Post('challenge')
  @WhoMay('citizen')
  @HttpCode(200)
  async challenge(@Context() { language }: PageContext, @Who() principal: Principal): Promise<OptionsReply> {
    demandFresh(this.platform, principal);
    await this.refuseTooMany(principal);
    const { id: ownerId, name, sessionId } = principal;
    const wish = { audience: 'portal', ownerId, name, boundTo: digest(sessionId), language } as const;
    return beginRegistration(this.platform.database.manager, this.platform, wish);
  }

  @Post()
  @WhoMay('citizen')
  @HttpCode(200)
  async add(@Who() principal: Principal, @Body() body: unknown): Promise<{ next: string }> {
    demandFresh(this.platform, principal);
    const { id: ownerId, sessionId } = principal;
    const registration = bodyField(body, 'credential');
    await addPasskey(this.platform, { ownerId, sessionId, registration });
    const next = bodyField(body, 'next');
    return { next: next === undefined ? '/account/passkeys?done=added' : localPath(next) };
  }

  /** Before the device makes one that could not be kept. */
  private refuseTooMany({ id }: Principal): Promise<void> {
    return refuseTooManyPasskeys(this.platform.database.manager, 'portal', id);
  }
}
