import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform, transaction } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { tellWhatWasAsked } from '../asked-before/tell-what-was-asked.js';
import { preSessionOf } from '../session/pre-session.js';
import { awaitCounter, counterCodeOf } from './await-counter.js';
import { counterCodePage } from './counter-code-page.js';
import { openSession } from './open-session.js';
import { orFailurePage } from './or-failure-page.js';
import { personBoundTo } from './person-of-identity.js';
import { ProviderClients } from './provider-clients.js';
import { sendToProvider } from './send-to-provider.js';
import { showFailure } from './show-failure.js';
import { SignInFailure } from './sign-in-failure.js';
import { trustedProviders } from './trusted-provider.js';
import { verifyCallback } from './verify-callback.js';

const provider = trustedProviders.foreign;

/** Residents from abroad, with the electronic identity of their country: once a counter has found out who they are here. */
@Controller('sign-in/abroad')
@WhoMay('anyone')
export class ForeignSignInController {
  constructor(
    private readonly platform: Platform,
    private readonly clients: ProviderClients,
  ) {}

  @Get()
  begin(
    @Context() context: PageContext,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return sendToProvider(this.platform, this.clients, provider, { request, reply, context }, { next });
  }

  @Get('callback')
  callback(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform, clients } = this;
    const tx = platform.database.manager;
    return orFailurePage(platform, provider, { context, reply }, async () => {
      const boundTo = preSessionOf(request);
      const identity = await verifyCallback(platform, () => clients.of(provider.name), {
        provider,
        boundTo,
        pathAndQuery: request.url,
      });
      const personId = await personBoundTo(tx, identity);
      if (!personId) {
        if (!boundTo) throw new Error('A verified callback is bound to no browser');
        await awaitCounter(tx, platform, identity, boundTo);
        return reply.redirect('/sign-in/abroad/code', 303);
      }
      if (context.principal && context.principal.id !== personId) throw new SignInFailure('other-person');
      // The account was opened at a counter, where nobody sees what was asked of them before.
      await transaction(platform.database, (each) => tellWhatWasAsked(each, platform, personId));
      const next = await openSession(platform, { request, reply }, provider, identity, personId);
      return reply.redirect(next, 303);
    });
  }

  @Get('failure')
  failure(
    @Context() context: PageContext,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return showFailure(provider, { context, reply }, query);
  }

  @Get('code')
  async code(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform } = this;
    const preSession = preSessionOf(request);
    const given = preSession && (await counterCodeOf(platform.database.manager, platform, preSession));
    if (!given) return reply.redirect('/sign-in', 303);
    return sendPage(reply, counterCodePage(context, given));
  }
}
