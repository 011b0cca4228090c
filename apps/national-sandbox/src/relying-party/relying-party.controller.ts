import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { SampleClients } from './sample-clients.js';
import { forget, recall, remember, type SampleMemory } from './sample-memory.js';
import { samplePage } from './sample-page.js';
import { samplePartyOf, samplePaths } from './sample-party.js';
import { askAgain, beginSampleSignIn, finishSampleSignIn, SampleFailure } from './sample-sign-in.js';

/** In how many tabs somebody can be signing in; the memory is a cookie. */
const tabs = 3;

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
    const { signedIn, ...rest } = recall(this.platform, request, party);
    return this.orWords(context, request, reply, rest, async () => {
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
    const party = samplePartyOf(request);
    const memory = recall(this.platform, request, party);
    return this.orWords(context, request, reply, memory, async () => {
      const { url, pending } = await beginSampleSignIn(await this.clients.of(party), {
        redirectUri: `${this.platform.config.sandbox.origin}/${party.clientId}/callback`,
        scope: party.scope,
        fresh: fresh !== undefined,
        ...(level === '2' && { acr: 'urn:x-vn-portal:level-2' }),
      });
      const before = (memory.underWay ?? []).slice(1 - tabs);
      remember(this.platform, reply, party, { ...memory, underWay: [...before, pending] });
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
    const back = new URL(this.platform.config.sandbox.origin + request.url);
    const memory = recall(this.platform, request, party);
    const { underWay = [] } = memory;
    const own = underWay.find(({ state }) => state === back.searchParams.get('state'));
    const rest = { underWay: underWay.filter((each) => each !== own) };
    // What no tab asked for changes nothing: a stranger's link signs nobody out.
    return this.orWords(context, request, reply, own ? rest : memory, async () => {
      const signedIn = await finishSampleSignIn(await this.clients.of(party), back, own);
      remember(this.platform, reply, party, { ...rest, signedIn });
      return reply.redirect(`/${party.clientId}`, 303);
    });
  }

  @Post('sign-out')
  signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const party = samplePartyOf(request);
    forget(reply, party);
    return reply.redirect(`/${party.clientId}`, 303);
  }

  /** Runs `work`; where the portal refuses, or is away, the page says so, and `left` is what is still remembered. */
  private async orWords(
    context: PageContext,
    request: FastifyRequest,
    reply: FastifyReply,
    left: SampleMemory,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const party = samplePartyOf(request);
    try {
      return await work();
    } catch (error) {
      const failure = error instanceof SampleFailure ? error.code : 'portal-away';
      remember(this.platform, reply, party, left);
      const page = samplePage({ ...context, path: `/${party.clientId}` }, { party, failure });
      return sendPage(reply, page, failure === 'portal-away' ? 503 : 403);
    }
  }
}
