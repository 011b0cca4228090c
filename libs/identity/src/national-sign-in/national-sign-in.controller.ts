import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { preSessionOf } from '../session/pre-session.js';
import { localPath } from '../sign-in/local-path.js';
import { offerPage } from './offer-page.js';
import { openSession } from './open-session.js';
import { orFailurePage } from './or-failure-page.js';
import { personOfIdentity } from './person-of-identity.js';
import { ProviderClients } from './provider-clients.js';
import { sendToProvider } from './send-to-provider.js';
import { showFailure } from './show-failure.js';
import { trustedProviders } from './trusted-provider.js';
import { verifyCallback } from './verify-callback.js';

const provider = trustedProviders.national;

/** Signing in with the national electronic identity. A controller and no passport strategy: those cannot redirect here. */
@Controller()
export class NationalSignInController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
    private readonly clients: ProviderClients,
  ) {}

  @Get('sign-in/national')
  @WhoMay('anyone')
  begin(
    @Context() context: PageContext,
    @Query('next') next: unknown,
    @Query('level') level: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const browser = { request, reply, context };
    return sendToProvider(this.platform, this.clients, provider, browser, { next, level });
  }

  @Get('sign-in/national/callback')
  @WhoMay('anyone')
  callback(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { platform, clients, register } = this;
    return orFailurePage(platform, provider, { context, reply }, async () => {
      const identity = await verifyCallback(platform, () => clients.of(provider.name), {
        provider,
        boundTo: preSessionOf(request),
        pathAndQuery: request.url,
      });
      const { personId, unlocked } = await personOfIdentity(
        platform,
        register,
        identity,
        context.principal?.id,
      );
      const opened = unlocked ? { ...identity, next: unlockedAddress(identity.next) } : identity;
      const next = await openSession(platform, { request, reply }, provider, opened, personId);
      return reply.redirect(next, 303);
    });
  }

  @Get('sign-in/national/failure')
  @WhoMay('anyone')
  failure(
    @Context() context: PageContext,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    return showFailure(provider, { context, reply }, query);
  }

  @Get('account/passkey-offer')
  @WhoMay('citizen')
  @Html()
  offer(@Context() context: PageContext, @Query('next') next: unknown): string {
    return renderPage(offerPage(context, localPath(next)));
  }
}

/** Who has just unlocked their identity reads so first, and goes on from there. */
function unlockedAddress(next: string): string {
  return `/account/identity?done=unlocked${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`;
}
