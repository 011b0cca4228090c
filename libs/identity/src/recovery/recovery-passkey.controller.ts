import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { SmsGateway } from '#lib/registries';
import { Context, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { beginRegistration } from '../ceremony/begin-registration.js';
import { bodyField } from '../ceremony/body-field.js';
import type { OptionsReply } from '../ceremony/options-reply.js';
import { personalDetails } from '../person/personal-details.js';
import { preSessionOf } from '../session/pre-session.js';
import { startSession } from '../session/start-session.js';
import { cancelRecovery } from './cancel-recovery.js';
import { completeRecovery } from './complete-recovery.js';
import { findWayBack, type WayBack } from './find-way-back.js';
import { newPasskeyPage } from './pages.js';

/** The end of a recovery: the new passkey; or the holder, who is signed in, objects. */
@Controller()
export class RecoveryPasskeyController {
  constructor(
    private readonly platform: Platform,
    private readonly sms: SmsGateway,
  ) {}

  @Get('recovery/passkey')
  @WhoMay('anyone')
  async page(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const way = await findWayBack(this.platform, preSessionOf(request));
    if (!way) return reply.redirect('/recovery', 303);
    return sendPage(reply, newPasskeyPage(context, way.by));
  }

  @Post('recovery/passkey/challenge')
  @WhoMay('anyone')
  @HttpCode(200)
  async challenge(
    @Context() { language }: PageContext,
    @Req() request: FastifyRequest,
  ): Promise<OptionsReply> {
    const { way, preSession } = await this.open(request);
    const tx = this.platform.database.manager;
    const { fullName } = await personalDetails(tx, this.platform, way.personId);
    return beginRegistration(tx, this.platform, {
      audience: 'portal',
      ownerId: way.personId,
      name: fullName,
      boundTo: preSession,
      language,
    });
  }

  @Post('recovery/passkey')
  @WhoMay('anyone')
  @HttpCode(200)
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ next: string }> {
    const { platform, sms } = this;
    const { way, preSession } = await this.open(request);
    const registration = bodyField(body, 'credential');
    const owner = await completeRecovery(platform, sms, way, { preSession, registration });
    await startSession(platform.database.manager, platform, { request, reply }, owner);
    return { next: '/account/identity?done=recovered' };
  }

  /** No passkey is asked for: whoever sees a stranger at work must be able to stop them at once. */
  @Post('account/identity/recovery/cancellation')
  @WhoMay('citizen')
  async cancel(@Who() { id }: Principal, @Res() reply: FastifyReply) {
    await cancelRecovery(this.platform, id);
    return reply.redirect('/account/identity?done=recovery-cancelled', 303);
  }

  private async open(request: FastifyRequest): Promise<{ way: WayBack; preSession: Buffer }> {
    const preSession = preSessionOf(request);
    const way = await findWayBack(this.platform, preSession);
    if (!way || !preSession) throw new Refusal('recovery-over', 410);
    return { way, preSession };
  }
}
