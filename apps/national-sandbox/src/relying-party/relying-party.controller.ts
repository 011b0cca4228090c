import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { SampleClients } from './sample-clients.js';
import { forget, recall, remember } from './sample-memory.js';
import { samplePage } from './sample-page.js';
import { samplePartyOf, samplePaths } from './sample-party.js';
import { askAgain, beginSampleSignIn, finishSampleSignIn, SampleFailure } from './sample-sign-in.js';

/** Invented systems of the State that rely on the portal to know who somebody is. */
@Controller(samplePaths)
@WhoMay('anyone')
export class RelyingPartyController {
  constructor(
    private readonly platform: Platform,
    private readonly clients: SampleClients,
  ) {}

  @Get()
  async start(
    @Context() context: PageContext,
    @Query('again') again: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const party = samplePartyOf(request);
    const { signedIn } = recall(this.platform, request, party);
    return this.orWords(context, request, reply, async () => {
      if (!signedIn || again === undefined) return sendPage(reply, samplePage(context, { party, signedIn }));
      const userinfo = await askAgain(await this.clients.of(party), signedIn);
      return sendPage(reply, samplePage(context, { party, signedIn: { ...signedIn, userinfo } }));
    });
  }

  @Get('sign-in')
  async signIn(
    @Context() context: PageContext,
    @Query('level') level: unknown,
    @Query('fresh') fresh: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.orWords(context, request, reply, async () => {
      const party = samplePartyOf(request);
      const { url, pending } = await beginSampleSignIn(await this.clients.of(party), {
        redirectUri: `${this.platform.config.sandbox.origin}/${party.clientId}/callback`,
        scope: party.scope,
        fresh: fresh !== undefined,
        ...(level === '2' && { acr: 'urn:x-vn-portal:level-2' }),
      });
      remember(this.platform, reply, party, { pending });
      return reply.redirect(url.href, 303);
    });
  }

  @Get('callback')
  async callback(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const party = samplePartyOf(request);
    const { pending } = recall(this.platform, request, party);
    return this.orWords(context, request, reply, async () => {
      const back = new URL(this.platform.config.sandbox.origin + request.url);
      const signedIn = await finishSampleSignIn(await this.clients.of(party), back, pending);
      remember(this.platform, reply, party, { signedIn });
      return reply.redirect(`/${party.clientId}`, 303);
    });
  }

  @Post('sign-out')
  signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const party = samplePartyOf(request);
    forget(reply, party);
    return reply.redirect(`/${party.clientId}`, 303);
  }

  /** Runs `work`; where the portal refuses, or is away, the page says so. */
  private async orWords(
    context: PageContext,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const party = samplePartyOf(request);
    try {
      return await work();
    } catch (error) {
      const failure = error instanceof SampleFailure ? error.code : 'portal-away';
      forget(reply, party);
      const page = samplePage({ ...context, path: `/${party.clientId}` }, { party, failure });
      return sendPage(reply, page, failure === 'portal-away' ? 503 : 403);
    }
  }
}
