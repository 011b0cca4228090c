import { Body, Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform } from '#lib/platform';
import { Context, type PageContext, sendPage, WhoMay } from '#lib/web';
import { ConsolePage } from '../console/console-page.js';
import { readConsole } from '../console/read-console.js';
import { Desk, DeskTrouble } from './desk.js';
import { EnrolmentLetter } from './enrolment-letter.entity.js';
import { inventOfficer } from './invent-officer.js';
import { AppointmentForm, EnrolmentLetterForm } from './officers.form.js';

/** What the console asks of the desk: links for officers, and more officers. */
@Controller()
@WhoMay('anyone')
export class OfficersController {
  constructor(
    private readonly platform: Platform,
    private readonly desk: Desk,
  ) {}

  @Post('enrolment-letters')
  async writeLetter(
    @Body() { officerId }: EnrolmentLetterForm,
    @Context() context: PageContext,
    @Res() reply: FastifyReply,
  ) {
    return this.carryOut(context, reply, `/#officer-${officerId}`, async () => {
      const link = await this.desk.enrolmentLink(officerId, context.language);
      const madeAt = this.platform.clock.now();
      await this.platform.database
        .getRepository(EnrolmentLetter)
        .upsert({ officerId, madeAt, ...link }, ['officerId']);
    });
  }

  @Post('appointments')
  async appoint(
    @Body() { agencyCode }: AppointmentForm,
    @Context() context: PageContext,
    @Res() reply: FastifyReply,
  ) {
    return this.carryOut(context, reply, `/?appointed=${agencyCode}#officers`, async () => {
      for (const role of ['intake', 'case', 'approver'])
        await this.desk.appoint(
          { agencyCode, role, ...(await inventOfficer(this.platform.database.manager)) },
          context.language,
        );
    });
  }

  /** Leads on to `done`; where the desk would not, shows the console with what it said. */
  private async carryOut(context: PageContext, reply: FastifyReply, done: string, act: () => Promise<void>) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DeskTrouble)) throw error;
      const view = await readConsole(this.platform, this.desk, {});
      return sendPage(
        reply,
        <ConsolePage context={{ ...context, path: '/' }} view={view} trouble={error} />,
        error.words ? 422 : 503,
      );
    }
    return reply.redirect(done, 303);
  }
}
