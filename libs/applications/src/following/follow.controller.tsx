import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { digest, Platform } from '#lib/platform';
import { slowDown, slowDownNetwork } from '#lib/identity';
import { agencyById, officeHoursOf } from '#lib/organisations';
import { Context, Html, networkOf, type PageContext, renderPage, sendPage, textIn, WhoMay } from '#lib/web';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { resultVersions } from '../result/result-versions.js';
import { FollowPage } from './follow-page.js';
import { FollowedPage } from './followed-page.js';
import { followedIn, letFollow, stopFollowing } from './followed-cookie.js';
import { followedBy, readCode } from './tracking-secret.js';

/** Following an application without signing in, by its code and the tracking secret of its receipt. */
@Controller('follow')
export class FollowController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  @Html()
  form(@Context() context: PageContext): string {
    return renderPage(<FollowPage context={context} />);
  }

  /** One answer for whatever does not fit; throttled by network, and by network and code, so that nobody slows others down. */
  @Post()
  @WhoMay('anyone')
  async open(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform } = this;
    const code = readCode(textIn(body, 'code'));
    await slowDownNetwork(platform, 'follow-network', { request, reply });
    await slowDown(platform, 'follow-code', digest(`${networkOf(request.ip)} ${code}`).toString('base64url'));
    const id = await followedBy(platform.database.manager, platform, code, textIn(body, 'secret'));
    if (!id) return sendPage(reply, <FollowPage context={context} notFound={code} />, 422);
    letFollow(platform, reply, id);
    return reply.redirect('/follow/status', 303);
  }

  @Get('status')
  @WhoMay('anyone')
  async show(@Context() context: PageContext, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const id = followedIn(this.platform, request);
    if (!id) return reply.redirect('/follow', 303);
    const { manager } = this.platform.database;
    const application = await manager.getRepository(Application).findOneByOrFail({ id });
    const { definition } = await revisionById(manager, application.revisionId);
    const agency = await agencyById(manager, application.agencyId);
    const hours = await officeHoursOf(manager, agency.id, application.clockStartedAt);
    const now = this.platform.clock.now();
    const { correction } = resultVersions(await readEvents(manager, this.platform, id)).at(-1) ?? {};
    return sendPage(
      reply,
      <FollowedPage {...{ context, application, definition, agency, hours, now, correction }} />,
    );
  }

  @Post('end')
  @WhoMay('anyone')
  end(@Res() reply: FastifyReply) {
    stopFollowing(reply);
    return reply.redirect('/follow', 303);
  }
}
