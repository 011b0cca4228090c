import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { MoreThan } from 'typeorm';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { bodyField } from '../ceremony/body-field.js';
import { personalDetails } from '../person/personal-details.js';
import { localPath } from '../sign-in/local-path.js';
import { askForCheck, shownCode } from './ask-for-check.js';
import { counterPage } from './counter-page.js';
import { CounterRequest } from './counter-request.entity.js';

/** A citizen who wants to be known more surely gets a code to show at a counter. */
@Controller('account/identity/counter')
export class CounterController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async page(@Context() context: PageContext, @Who() { id }: Principal, @Query('next') next: unknown) {
    const { platform } = this;
    const request = await platform.database.getRepository(CounterRequest).findOne({
      where: { personId: id, purpose: 'raise', expiresAt: MoreThan(platform.clock.now()) },
      order: { createdAt: 'DESC' },
    });
    const current = request ? { request, code: shownCode(platform, request) } : undefined;
    return renderPage(counterPage(context, { current, next: localPath(next ?? request?.next) }));
  }

  @Post()
  @WhoMay('citizen')
  async ask(@Who() { id }: Principal, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { platform } = this;
    const { idNumber } = await personalDetails(platform.database.manager, platform, id);
    const next = localPath(bodyField(body, 'next'));
    await askForCheck(platform, { purpose: 'raise', personId: id, idNumber, next });
    return reply.redirect(`/account/identity/counter?next=${encodeURIComponent(next)}`, 303);
  }
}
