import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import { Platform, transaction } from '#lib/platform';
import { Context, type PageContext, type Principal, sendPage, textIn, Who, WhoMay } from '#lib/web';
import { allowLeaving } from '../openid-provider/allow-leaving.js';
import { interactionOf } from '../openid-provider/interaction-of.js';
import { personalDetails } from '../person/personal-details.js';
import { answerSystem } from './answer-system.js';
import { consentInForce } from './consent-in-force.js';
import { giveConsent } from './give-consent.js';
import { levelToTell } from './level-to-tell.js';
import { PortalProvider } from './portal-provider.js';
import { sharingPage } from './sharing-page.js';
import { sharingRequest } from './sharing-request.js';
import { wayToShare } from './way-to-share.js';

/** Where a citizen is asked whether a system may know who they are. Who is not signed in does that first, as always. */
@Controller('sharing/:uid')
@WhoMay('citizen')
export class SharingController {
  constructor(
    private readonly platform: Platform,
    private readonly portal: PortalProvider,
  ) {}

  @Get()
  async page(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const tx = platform.database.manager;
    const provider = await this.portal.get();
    const asked = sharingRequest(platform.config, await interactionOf(provider, request, reply));
    const { enough, party, scopes } = asked;
    if (enough === undefined) return this.answer(provider, request, reply, unmet);
    const way = await wayToShare(platform, principal, asked, enough);
    if (way) return reply.redirect(way, 303);
    const consent = await consentInForce(tx, principal.id, party.clientId);
    if (consent && !asked.askAgain && scopes.every((each) => consent.scopes.includes(each))) {
      const result = await answerSystem(platform, provider, principal, asked, consent);
      return this.answer(provider, request, reply, result);
    }
    allowLeaving(reply, asked.redirectUri);
    const details = await personalDetails(tx, platform, principal.id);
    const person = { ...details, assurance: await levelToTell(platform, principal.id) };
    return sendPage(reply, sharingPage(context, { party, scopes, person, agreed: consent?.scopes ?? [] }));
  }

  @Post()
  async decide(
    @Who() principal: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body() body: unknown,
  ) {
    const { platform } = this;
    const provider = await this.portal.get();
    const asked = sharingRequest(platform.config, await interactionOf(provider, request, reply));
    const { enough, party, scopes, path } = asked;
    // Whatever is not a clear yes is a no.
    if (textIn(body, 'act') !== 'allow') return this.answer(provider, request, reply, refused);
    if (enough === undefined || (await wayToShare(platform, principal, asked, enough)))
      return reply.redirect(path, 303);
    const given = { personId: principal.id, party, scopes, at: platform.clock.now() };
    const consent = await transaction(platform.database, (tx) => giveConsent(tx, given));
    const result = await answerSystem(platform, provider, principal, asked, consent);
    return this.answer(provider, request, reply, result);
  }

  private async answer(
    provider: Provider,
    request: FastifyRequest,
    reply: FastifyReply,
    result: InteractionResults,
  ) {
    const next = await provider.interactionResult(request.raw, reply.raw, result, {
      mergeWithLastSubmission: false,
    });
    return reply.redirect(next, 303);
  }
}

const refused = { error: 'access_denied', error_description: 'the person shares nothing' };
/** OpenID Connect Unmet Authentication Requirements 1.0. */
const unmet = { error: 'unmet_authentication_requirements', error_description: 'no such acr here' };
