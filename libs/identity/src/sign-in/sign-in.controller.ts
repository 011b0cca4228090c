import { Body, Controller, Get, HttpCode, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { audienceOf } from '../audience.js';
import { bodyField } from '../ceremony/body-field.js';
import { type OptionsReply, optionsReply } from '../ceremony/options-reply.js';
import type { AcceptedPasskeys } from '../passkey/accepted-passkeys.js';
import { requestOptions } from '../passkey/ceremony-options.js';
import { issueChallenge } from '../passkey/issue-challenge.js';
import { ensurePreSession } from '../session/pre-session.js';
import { endSession } from '../session/start-session.js';
import { takeToken, tokenIn } from '../session/cookies.js';
import { slowDownNetwork } from '../throttle/slow-down-network.js';
import { localPath } from './local-path.js';
import { signInPage } from './page.js';
import { PasskeyGuard } from './passkey.guard.js';
import { signInWith } from './sign-in-with.js';

/** Signing in and out, at the portal and at the desk alike: each by its own strategy, cookie and passkeys. */
@Controller()
export class SignInController {
  constructor(private readonly platform: Platform) {}

  @Get('sign-in')
  @WhoMay('anyone')
  @Html()
  async page(
    @Context() context: PageContext,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const to = localPath(next);
    if (context.principal) return reply.redirect(to, 303);
    // The offer under the field and the button may ask for a challenge at once: both are this browser's.
    ensurePreSession(request, reply);
    const ended = tokenIn(request, 'session') !== undefined;
    return reply.send(renderPage(signInPage(context, { next: to, ended })));
  }

  @Post('sign-in/challenge')
  @WhoMay('anyone')
  @HttpCode(200)
  async challenge(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OptionsReply> {
    const { platform } = this;
    const audience = audienceOf(request);
    await slowDownNetwork(platform, 'sign-in-network', { request, reply });
    const boundTo = ensurePreSession(request, reply);
    const tx = platform.database.manager;
    const challenge = await issueChallenge(tx, platform, { audience, purpose: 'sign-in', boundTo });
    return optionsReply(await requestOptions(platform, audience, { challenge, allowed: [] }));
  }

  @Post('sign-in')
  @WhoMay('anyone')
  @UseGuards(PasskeyGuard)
  @HttpCode(200)
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ next: string; accepted: AcceptedPasskeys | undefined }> {
    if (!request.user) throw new Error('The passkey guard let in nobody');
    try {
      const accepted = await signInWith(this.platform, { request, reply }, request.user);
      return { next: localPath(bodyField(body, 'next')), accepted };
    } catch (error) {
      // Only who holds the passkey learns that the identity is locked, and how to unlock it.
      if (error instanceof Refusal && error.code === 'identity-locked')
        return { next: '/locked', accepted: undefined };
      throw error;
    }
  }

  @Post('sign-out')
  @WhoMay('anyone')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await endSession(this.platform.database.manager, request);
    takeToken(request, reply, 'session');
    return reply.header('clear-site-data', '"cache"').redirect('/', 303);
  }
}
