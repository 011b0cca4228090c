import { Controller, Get } from '@nestjs/common';
import { revisionById } from '#lib/catalogue';
import { namesOf } from '#lib/identity';
import { agencyById } from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { readEvents } from '../application/read-events.js';
import { readableApplication } from '../tracking/own-application.js';
import { apologyOf } from './apology-of.js';
import { ApologyPage } from './apology-page.js';

/** The letter of apology, for whom it was written. */
@Controller('applications/:id/apology')
export class ApologyController {
  constructor(private readonly platform: Platform) {}

  /** Refuses an application nobody had to apologise for (`no-apology`, 404). */
  @Get()
  @WhoMay('citizen')
  @Html()
  async show(@Context() context: PageContext, @Who() principal: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const { application } = await readableApplication(manager, principal, id);
    const apology = apologyOf(await readEvents(manager, this.platform, id));
    if (!apology) throw new Refusal('no-apology', 404);
    const names = await namesOf(manager, [application.personId]);
    const { definition } = await revisionById(manager, application.revisionId);
    const agency = await agencyById(manager, application.agencyId);
    const applicant = names.get(application.personId) ?? '';
    return renderPage(<ApologyPage {...{ context, application, definition, agency, applicant, apology }} />);
  }
}
