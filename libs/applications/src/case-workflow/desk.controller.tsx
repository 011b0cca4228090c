import { Controller, Get } from '@nestjs/common';
import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { Platform, transaction } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { workflowPicture } from '#lib/workflow';
import { openCase } from '../case-file/read-case.js';
import { lookerAt, recordCaseAccess } from '../case-file/record-case-access.js';
import { CaseWorkflowPage } from './case-workflow-page.js';

/** Where an application stands in its workflow: for whoever may see the case file. */
@Controller('applications/:id/workflow')
export class CaseWorkflowController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const seen = await transaction(this.platform.database, async (tx) => {
      const { application, standings } = await openCase(tx, officer, id);
      await recordCaseAccess(tx, this.platform, lookerAt(officer, application, standings), application, {
        what: 'case-file',
      });
      return {
        application,
        definition: (await revisionById(tx, application.revisionId)).definition,
        agency: await agencyById(tx, application.agencyId),
      };
    });
    const picture = await workflowPicture(seen.definition.workflow, {
      language: context.language,
      current: seen.application.state,
    });
    return renderPage(<CaseWorkflowPage context={context} {...seen} picture={picture} />);
  }
}
