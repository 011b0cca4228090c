import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { validate as isUuid } from 'uuid';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, networkOf, type PageContext, renderPage, WhoMay } from '#lib/web';
import { modelNames, needsAttestation } from '../attestation/check-attestation.js';
import { beginRegistration } from '../ceremony/begin-registration.js';
import { bodyField } from '../ceremony/body-field.js';
import type { OptionsReply } from '../ceremony/options-reply.js';
import { refusePasskey } from '../passkey/refuse-passkey.js';
import { refuseTooManyPasskeys } from '../passkey/refuse-too-many-passkeys.js';
import { ensurePreSession, preSessionOf } from '../session/pre-session.js';
import { startSession } from '../session/start-session.js';
import { slowDown } from '../throttle/slow-down.js';
import { enrolOfficer } from './enrol-officer.js';
import { findEnrolment } from './find-enrolment.js';
import { type EnrolmentLink, issueEnrolment } from './issue-enrolment.js';
import { enrolmentPage } from './page.js';

/** How an officer comes to a passkey: with a link that a system of the administration asks for. */
@Controller()
export class EnrolmentController {
  constructor(private readonly platform: Platform) {}

  @Post('api/enrolment-links')
  @WhoMay('system')
  async issue(@Body() body: unknown): Promise<EnrolmentLink> {
    const officerId = bodyField(body, 'officerId');
    if (!isUuid(officerId)) throw new Refusal('officer-unknown', 404);
    return issueEnrolment(this.platform.database.manager, this.platform, String(officerId));
  }

  @Get('enrol')
  @WhoMay('anyone')
  @Html()
  async page(
    @Context() context: PageContext,
    @Req() request: FastifyRequest,
    @Query('token') token: unknown,
  ): Promise<string> {
    const { officer } = await this.invited(request, token);
    const { platform } = this;
    const models = needsAttestation(platform, 'desk')
      ? await modelNames(platform.database.manager)
      : undefined;
    return renderPage(enrolmentPage(context, { name: officer.fullName, token: String(token), models }));
  }

  @Post('enrol/challenge')
  @WhoMay('anyone')
  @HttpCode(200)
  async challenge(
    @Context() { language }: PageContext,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<OptionsReply> {
    const { platform } = this;
    const pool = platform.database.manager;
    const { officer } = await this.invited(request, bodyField(body, 'token'));
    const boundTo = ensurePreSession(request, reply);
    const wish = {
      audience: 'desk',
      ownerId: officer.id,
      name: officer.fullName,
      boundTo,
      language,
    } as const;
    return beginRegistration(pool, platform, wish);
  }

  @Post('enrol')
  @WhoMay('anyone')
  @HttpCode(200)
  async enrol(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<{ next: string }> {
    const { platform } = this;
    const token = bodyField(body, 'token');
    await this.invited(request, token);
    const boundTo = preSessionOf(request) ?? refusePasskey('the browser shows no pre-session');
    const proof = { token, boundTo, registration: bodyField(body, 'credential') };
    const owner = await enrolOfficer(platform, proof);
    await startSession(platform.database.manager, platform, { request, reply }, owner);
    return { next: '/' };
  }

  /**
   * Whom a link is for; before the device makes a passkey, one who has too many is refused. Counted only where it is none: a
   * link that is in order is not held up by strangers.
   */
  private async invited(request: FastifyRequest, token: unknown) {
    const { platform } = this;
    const pool = platform.database.manager;
    const enrolment = await findEnrolment(pool, platform, token).catch(async (error: unknown) => {
      await slowDown(platform, 'enrolment-failures-network', networkOf(request.ip));
      throw error;
    });
    await refuseTooManyPasskeys(pool, 'desk', enrolment.officer.id);
    return enrolment;
  }
}
