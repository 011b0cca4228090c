import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { legalDate, Platform } from '#lib/platform';
import { SmsGateway } from '#lib/registries';
import { Context, Html, networkOf, type PageContext, renderPage, sendPage, WhoMay } from '#lib/web';
import { bodyField } from '../ceremony/body-field.js';
import { askForCheck, shownCode } from '../proofing/ask-for-check.js';
import { CounterRequest } from '../proofing/counter-request.entity.js';
import { ensurePreSession, preSessionOf } from '../session/pre-session.js';
import { findSignUp } from '../sign-up/find-sign-up.js';
import { readClaim } from '../sign-up/read-claim.js';
import { inEvenTime } from '../throttle/in-even-time.js';
import { slowDownNetwork } from '../throttle/slow-down-network.js';
import { slowDownClaim } from '../throttle/slow-down-claim.js';
import { openRecovery } from './open-recovery.js';
import { claimPage, codePage, recoveryPage, waitingPage } from './pages.js';
import { personAsClaimed } from './person-as-claimed.js';
import { startRecovery } from './start-recovery.js';

/** The ways back into an account for who is not signed in. None of them says whether somebody has one. */
@Controller('recovery')
export class RecoveryController {
  constructor(
    private readonly platform: Platform,
    private readonly sms: SmsGateway,
  ) {}

  @Get()
  @WhoMay('anyone')
  @Html()
  ways(@Context() context: PageContext): string {
    return renderPage(recoveryPage(context));
  }

  /** By phone: only for a browser that has just given the code sent to the phone of the register. */
  @Post()
  @WhoMay('anyone')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const signUp = await findSignUp(this.platform, preSessionOf(request));
    if (signUp?.at !== 'known') return reply.redirect('/sign-up', 303);
    await startRecovery(this.platform, this.sms, signUp);
    return reply.redirect('/recovery/waiting', 303);
  }

  @Get('waiting')
  @WhoMay('anyone')
  async waiting(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform } = this;
    const signUp = await findSignUp(platform, preSessionOf(request));
    if (signUp?.at !== 'known') return reply.redirect('/recovery', 303);
    const recovery = await openRecovery(platform.database.manager, platform, signUp.personId);
    if (!recovery) return reply.redirect('/recovery', 303);
    if (recovery.readyAt <= platform.clock.now()) return reply.redirect('/recovery/passkey', 303);
    return sendPage(reply, waitingPage(context, recovery.readyAt));
  }

  @Get('counter')
  @WhoMay('anyone')
  @Html()
  claim(@Context() context: PageContext, @Query('purpose') purpose: unknown): string {
    return renderPage(claimPage(context, { purpose: purposeIn(purpose), typed: {}, errors: [] }));
  }

  @Post('counter')
  @WhoMay('anyone')
  async ask(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ) {
    const { platform } = this;
    const purpose = purposeIn(bodyField(body, 'purpose'));
    const { typed, errors, claim } = readClaim(body, legalDate(platform.clock.now()));
    if (!claim) return sendPage(reply, claimPage(context, { purpose, typed, errors }), 422);
    await slowDownNetwork(platform, 'sign-up-network', { request, reply });
    await slowDownClaim(platform, networkOf(request.ip), claim);
    const preSession = ensurePreSession(request, reply);
    await inEvenTime(async () => {
      const personId = await personAsClaimed(platform, claim);
      await askForCheck(platform, { purpose, personId, idNumber: claim.idNumber, preSession, next: '/' });
    });
    return reply.redirect('/recovery/counter/code', 303);
  }

  @Get('counter/code')
  @WhoMay('anyone')
  async code(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform } = this;
    const preSession = preSessionOf(request);
    const found =
      preSession &&
      (await platform.database
        .getRepository(CounterRequest)
        .findOne({ where: { preSession }, order: { createdAt: 'DESC' } }));
    if (!found || found.expiresAt <= platform.clock.now()) return reply.redirect('/recovery', 303);
    return sendPage(reply, codePage(context, { request: found, code: shownCode(platform, found) }));
  }
}

function purposeIn(value: unknown): 'recovery' | 'unlock' {
  return value === 'unlock' ? 'unlock' : 'recovery';
}
