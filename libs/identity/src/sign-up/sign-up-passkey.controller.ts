import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { beginRegistration } from '../ceremony/begin-registration.js';
import { bodyField } from '../ceremony/body-field.js';
import type { OptionsReply } from '../ceremony/options-reply.js';
import { preSessionOf } from '../session/pre-session.js';
import { startSession } from '../session/start-session.js';
import { localPath } from '../sign-in/local-path.js';
import { completeSignUp } from './complete-sign-up.js';
import { findSignUp, type SignUpState } from './find-sign-up.js';
import { donePage, passkeyPage } from './other-pages.js';

type Proved = Extract<SignUpState, { at: 'passkey' }>;

/** The last step of sign-up: the passkey, after which the account exists and its owner is signed in. */
@Controller('sign-up')
export class SignUpPasskeyController {
  constructor(private readonly platform: Platform) {}

  @Get('passkey')
  @WhoMay('anyone')
  @Html()
  async page(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const signUp = await findSignUp(this.platform, preSessionOf(request));
    if (!signUp) return reply.redirect('/sign-up', 303);
    if (signUp.at !== 'passkey') return reply.redirect(`/sign-up/${signUp.at}`, 303);
    return reply.send(renderPage(passkeyPage(context, signUp.claims.fullName)));
  }

  @Post('passkey/challenge')
  @WhoMay('anyone')
  @HttpCode(200)
  async challenge(
    @Context() { language }: PageContext,
    @Req() request: FastifyRequest,
  ): Promise<OptionsReply> {
    const { platform } = this;
    const { signUp, preSession } = await this.proved(request);
    return beginRegistration(platform.database.manager, platform, {
      audience: 'portal',
      ownerId: signUp.personId,
      name: signUp.claims.fullName,
      boundTo: preSession,
      language,
    });
  }

  @Post('passkey')
  @WhoMay('anyone')
  @HttpCode(200)
  async create(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ next: string }> {
    const { platform } = this;
    const { signUp, preSession } = await this.proved(request);
    const registration = bodyField(body, 'credential');
    const owner = await completeSignUp(platform, signUp, { preSession, registration });
    await startSession(platform.database.manager, platform, { request, reply }, owner);
    return { next: `/sign-up/done?next=${encodeURIComponent(signUp.next)}` };
  }

  @Get('done')
  @WhoMay('citizen')
  @Html()
  done(@Context() context: PageContext, @Query('next') next: unknown): string {
    return renderPage(donePage(context, localPath(next)));
  }

  private async proved(request: FastifyRequest): Promise<{ signUp: Proved; preSession: Buffer }> {
    const preSession = preSessionOf(request);
    const signUp = await findSignUp(this.platform, preSession);
    if (signUp?.at === 'known') throw new Refusal('account-exists', 409);
    if (signUp?.at !== 'passkey' || !preSession) throw new Refusal('sign-up-over', 410);
    return { signUp, preSession };
  }
}
