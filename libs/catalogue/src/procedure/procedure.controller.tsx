import { Controller, Get, Param } from '@nestjs/common';
import { legalDate, Platform } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, SameForAll, WhoMay } from '#lib/web';
import { relatedProcedures } from '../search/related-procedures.js';
import { ownDefinition } from '../revision/own-definition.js';
import { withdrawalOf } from '../withdrawal/refuse-what-is-not-filed.js';
import { describeService } from '../open-catalogue/service-record.js';
import { findProcedure } from './find-procedure.js';
import { ProcedurePage } from './page/procedure-page.js';

/** Everything known about one procedure. */
@Controller('procedures/:code')
export class ProcedureController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  @SameForAll()
  @Html()
  async show(@Context() context: PageContext, @Param('code') code: string) {
    const { manager } = this.platform.database;
    const procedure = await findProcedure(manager, code);
    const definition = await ownDefinition(manager, procedure);
    const withdrawal = await withdrawalOf(manager, code);
    const follower = withdrawal?.followedBy ? await findProcedure(manager, withdrawal.followedBy) : undefined;
    const now = this.platform.clock.now();
    const withdrawn = withdrawal && { withdrawal, follower, now };
    const record = describeService({ procedure, withdrawal }, definition);
    const related = await relatedProcedures(manager, procedure, now);
    const { origin } = this.platform.config.portal;
    const today = legalDate(now);
    return renderPage(
      <ProcedurePage {...{ context, procedure, definition, withdrawn, record, related, origin, today }} />,
    );
  }
}
