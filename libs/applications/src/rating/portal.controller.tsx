import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { ownApplication } from '../tracking/own-application.js';
import { isChangeable, isRateable, longestRating, rate, ratingOf } from './rating.js';
import { RatingPage, type TypedRating } from './rating-page.js';

/** How the applicant found the handling of an application, once it has come to a result. */
@Controller('applications/:id/rating')
export class RatingController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ) {
    const application = await ownApplication(this.platform.database.manager, principal, id);
    const page = await this.read(application);
    return renderPage(
      <RatingPage context={context} {...page} kept={done === 'rated' && page.rating !== undefined} />,
    );
  }

  @Post()
  @WhoMay('citizen')
  async rate(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const application = await ownApplication(manager, principal, id);
    const typed: TypedRating = { stars: textIn(body, 'stars'), words: textIn(body, 'words') };
    if (!/^[1-5]$/.test(typed.stars)) typed.error = 'stars-missing';
    else if ([...typed.words].length > longestRating) typed.error = 'words-too-long';
    if (typed.error)
      return sendPage(
        reply,
        <RatingPage context={context} {...(await this.read(application))} typed={typed} />,
        422,
      );
    const here = `/applications/${id}/rating`;
    try {
      await rate(manager, this.platform, application, { stars: Number(typed.stars), words: typed.words });
    } catch (error) {
      return reply.redirect(sentBack(error, here), 303);
    }
    return reply.redirect(`${here}?done=rated`, 303);
  }

  /** Refuses `not-yet-rateable` (404) before there is anything to rate. */
  private async read(application: Application) {
    if (!isRateable(application)) throw new Refusal('not-yet-rateable', 404);
    const { manager } = this.platform.database;
    const rating = await ratingOf(manager, this.platform, application.id);
    return {
      application,
      definition: (await revisionById(manager, application.revisionId)).definition,
      agency: await agencyById(manager, application.agencyId),
      rating,
      open: !rating || isChangeable(rating, this.platform.clock.now()),
    };
  }
}
