import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { legalDate, Platform } from '#lib/platform';
import { PopulationRegister, SmsGateway } from '#lib/registries';
import { Context, Html, networkOf, type PageContext, renderPage, WhoMay } from '#lib/web';
import { codeTyped } from '../phone-code/new-code.js';
import { bodyField } from '../ceremony/body-field.js';
import { ensurePreSession, preSessionOf } from '../session/pre-session.js';
import { localPath } from '../sign-in/local-path.js';
import { inEvenTime } from '../throttle/in-even-time.js';
import { slowDownNetwork } from '../throttle/slow-down-network.js';
import { isClaimedOften, slowDownClaim } from '../throttle/slow-down-claim.js';
import { beginSignUp } from './begin-sign-up.js';
import { codePage, type CodeProblem } from './code-page.js';
import { findSignUp } from './find-sign-up.js';
import { giveCode } from './give-code.js';
import { aboutPage } from './about-page.js';
import { recoveryStage } from '../recovery/open-recovery.js';
import { knownPage, overPage } from './other-pages.js';
import { readClaim } from './read-claim.js';

/** The pages of sign-up that ask: who you are, and the code. Each knows by itself whether it is its turn. */
@Controller('sign-up')
export class SignUpController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
    private readonly sms: SmsGateway,
  ) {}

  @Get()
  @WhoMay('anyone')
  @Html()
  about(@Context() context: PageContext, @Query('next') next: unknown): string {
    return renderPage(aboutPage(context, { next: localPath(next), typed: {}, errors: [] }));
  }

  @Post()
  @WhoMay('anyone')
  @Html()
  async claim(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ) {
    const { platform, register, sms } = this;
    const next = localPath(bodyField(body, 'next'));
    const { typed, errors, claim } = readClaim(body, legalDate(platform.clock.now()));
    if (!claim) return reply.code(422).send(renderPage(aboutPage(context, { next, typed, errors })));
    await slowDownNetwork(platform, 'sign-up-network', { request, reply });
    await slowDownClaim(platform, networkOf(request.ip), claim);
    const wish = {
      preSession: ensurePreSession(request, reply),
      claim,
      next,
      language: context.language,
      often: await isClaimedOften(platform, claim),
    };
    await inEvenTime(() => beginSignUp(platform, { register, sms }, wish));
    return reply.redirect('/sign-up/code', 303);
  }

  @Get('code')
  @WhoMay('anyone')
  @Html()
  async code(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const signUp = await findSignUp(this.platform, preSessionOf(request));
    if (!signUp) return reply.redirect('/sign-up', 303);
    if (signUp.at !== 'code') return reply.redirect(`/sign-up/${signUp.at}`, 303);
    return reply.send(renderPage(codePage(context)));
  }

  @Post('code')
  @WhoMay('anyone')
  @Html()
  async giveCode(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ) {
    await slowDownNetwork(this.platform, 'code-network', { request, reply });
    const code = codeTyped(bodyField(body, 'code'));
    const mend = (problem: CodeProblem) => reply.code(422).send(renderPage(codePage(context, problem)));
    if (!code) return mend('missing');
    const preSession = preSessionOf(request);
    const outcome = preSession ? await giveCode(this.platform, preSession, code) : 'over';
    if (outcome === 'wrong') return mend('wrong');
    if (outcome === 'over') return reply.code(410).send(renderPage(overPage(context)));
    return reply.redirect('/sign-up/passkey', 303);
  }

  @Get('known')
  @WhoMay('anyone')
  @Html()
  async known(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform } = this;
    const signUp = await findSignUp(platform, preSessionOf(request));
    if (signUp?.at !== 'known') return reply.redirect('/sign-up', 303);
    const stage = await recoveryStage(platform.database.manager, platform, signUp.personId);
    return reply.send(renderPage(knownPage(context, signUp.next, stage)));
  }
}
