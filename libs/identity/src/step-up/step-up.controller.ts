import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digest, Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { bodyField } from '../ceremony/body-field.js';
import { type OptionsReply, optionsReply } from '../ceremony/options-reply.js';
import { requestOptions } from '../passkey/ceremony-options.js';
import { issueChallenge } from '../passkey/issue-challenge.js';
import { passkeysOf } from '../passkey/passkeys-of.js';
import { verifyAssertion } from '../passkey/verify-assertion.js';
import { Session } from '../session/session.entity.js';
import { startSession } from '../session/start-session.js';
import { localPath } from '../sign-in/local-path.js';
import { stepUpPage } from './page.js';

/** A citizen who is signed in shows again that it is them, before something that changes the account. */
@Controller('step-up')
export class StepUpController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  page(@Context() context: PageContext, @Query('next') next: unknown): string {
    return renderPage(stepUpPage(context, localPath(next)));
  }

  @Post('challenge')
  @WhoMay('citizen')
  @HttpCode(200)
  async challenge(@Who() { id, sessionId }: Principal): Promise<OptionsReply> {
    const { platform } = this;
    const tx = platform.database.manager;
    const binding = {
      audience: 'portal',
      purpose: 'step-up',
      boundTo: digest(sessionId),
      ownerId: id,
    } as const;
    const challenge = await issueChallenge(tx, platform, binding);
    const allowed = await passkeysOf(tx, 'portal', id);
    return optionsReply(await requestOptions(platform, 'portal', { challenge, allowed }));
  }

  @Post()
  @WhoMay('citizen')
  @HttpCode(200)
  async stepUp(
    @Who() { id, sessionId }: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ next: string }> {
    const { platform } = this;
    const tx = platform.database.manager;
    const assertion = bodyField(body, 'credential');
    const boundTo = digest(sessionId);
    const { passkey } = await verifyAssertion(tx, platform, {
      audience: 'portal',
      purpose: 'step-up',
      boundTo,
      ownerId: id,
      assertion,
    });
    const session = await tx.getRepository(Session).findOneBy({ id: sessionId });
    // Signed out in another tab while the window of the device was open.
    if (!session) throw new Refusal('sign-in-needed', 401);
    await startSession(
      tx,
      platform,
      { request, reply },
      { ownerId: id, passkeyId: passkey.id },
      session.createdAt,
    );
    return { next: localPath(bodyField(body, 'next')) };
  }
}
