import { Controller, Get, Logger, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, Html, type PageContext, renderPage, sendPage, WhoMay } from '#lib/web';
import { networkOf } from '../session/network.js';
import { ensurePreSession, preSessionOf } from '../session/pre-session.js';
import { localPath } from '../sign-in/local-path.js';
import { slowDown } from '../throttle/slow-down.js';
import { beginSignInElsewhere } from './begin-sign-in.js';
import { failurePage } from './failure-page.js';
import { offerPage } from './offer-page.js';
import { openSession } from './open-session.js';
import { personOfIdentity } from './person-of-identity.js';
import { ProviderClients } from './provider-clients.js';
import { recordFederationRisk } from './record-risk.js';
import { failureStatus, SignInFailure } from './sign-in-failure.js';
import { trustedProviders } from './trusted-provider.js';
import { failureOf, verifyCallback } from './verify-callback.js';

const provider = trustedProviders.national;
const logger = new Logger('National sign-in');

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
  async begin(
    @Context() context: PageContext,
    @Query('next') next: unknown,
    @Query('level') level: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await slowDown(this.platform, 'sign-in-network', networkOf(request.ip));
    return this.orFailure(context, reply, async () => {
      const client = await this.clients.of(provider.name).catch((error: unknown) => {
        throw failureOf(error);
      });
      const url = await beginSignInElsewhere(this.platform, client, {
        provider,
        boundTo: ensurePreSession(request, reply),
        next: localPath(next),
        wantedLevel: level === '2' ? 2 : 1,
        language: context.language,
      });
      return reply.redirect(url.href, 303);
    });
  }

  @Get('sign-in/national/callback')
  @WhoMay('anyone')
  async callback(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    return this.orFailure(context, reply, async () => {
      const identity = await verifyCallback(platform, () => this.clients.of(provider.name), {
        provider,
        boundTo: preSessionOf(request),
        pathAndQuery: request.url,
      });
      const personId = await personOfIdentity(platform, this.register, identity, context.principal?.id);
      const next = await openSession(platform, { request, reply }, provider, identity, personId);
      return reply.redirect(next, 303);
    });
  }

  @Get('account/passkey-offer')
  @WhoMay('citizen')
  @Html()
  offer(@Context() context: PageContext, @Query('next') next: unknown): string {
    return renderPage(offerPage(context, localPath(next)));
  }

  private async orFailure(context: PageContext, reply: FastifyReply, act: () => Promise<unknown>) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof SignInFailure)) throw error;
      logger.warn(`${error.code}: ${error.reason}`);
      if (error.risk) await recordFederationRisk(this.platform, error.risk, provider.name);
      return sendPage(reply, failurePage(context, error.code, provider.path), failureStatus[error.code]);
    }
  }
}
