import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { openAttachment, sendAttachment } from '#lib/documents';
import { officeHoursOf } from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { offersAssignment } from '../assignment/offers-assignment.js';
import { assignmentOf } from '../assignment/assignment-of.js';
import { belongingForOfficer } from '../children/part-view.js';
import { readTransferred } from '../transfer/read-transferred.js';
import { conversationOf } from '../conversation/conversation-links.js';
import { consultedIn } from '../consultation/consulted-in.js';
import { readAbout } from '../link/about.js';
import { readLinked } from '../link/linked-note.js';
import { CaseFilePage } from './case-file-page.js';
import { checkIntegrity } from './check-integrity.js';
import { rolesAt } from './officer-roles.js';
import { openCase, readCase } from './read-case.js';
import { lookerAt, recordCaseAccess } from './record-case-access.js';

/** One application at the desk: everything an officer needs to judge it. */
@Controller('applications/:id')
export class CaseFileController {
  constructor(private readonly platform: Platform) {}

  /** What left the officer's agency for another leads to where it is said so. */
  @Get()
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const file = await readCase(this.platform, officer, id).catch(async (error: unknown) => {
      if (!(error instanceof Refusal && error.status === 404)) throw error;
      const [left] = await readTransferred(manager, this.platform, officer, id);
      if (!left) throw error;
    });
    if (!file) return reply.redirect(`/transfers?opened=${id}`, 303);
    const integrity = await checkIntegrity(manager, this.platform, file.application, file.events);
    const justDone = file.events.find(
      ({ sequence, actor }) =>
        String(sequence) === done && actor.kind === 'officer' && actor.id === officer.id,
    );
    return sendPage(
      reply,
      <CaseFilePage
        context={context}
        file={file}
        reader={officer}
        integrity={integrity}
        conversation={await conversationOf(manager, id, 'officer')}
        assignment={await assignmentOf(manager, this.platform, file.application)}
        assignable={await offersAssignment(this.platform, file, officer)}
        hours={await officeHoursOf(manager, file.application.agencyId, file.application.clockStartedAt)}
        consulted={await consultedIn(manager, this.platform, id)}
        about={await readAbout(manager, this.platform, id)}
        linked={await readLinked(manager, id, ({ agencyId }) => rolesAt(officer, agencyId).length > 0)}
        belonging={await belongingForOfficer(manager, this.platform, file.application, officer)}
        now={this.platform.clock.now()}
        justDone={justDone}
      />,
    );
  }

  @Get('attachments/:attachmentId')
  @WhoMay('officer')
  async attachment(
    @Who() officer: Principal,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const attachment = await this.platform.database.transaction(async (tx) => {
      const { application, standings } = await openCase(tx, officer, id);
      const opened = await openAttachment(tx, this.platform, { id: attachmentId, caseId: application.id });
      await recordCaseAccess(tx, this.platform, lookerAt(officer, application, standings), application, {
        what: 'attachment',
      });
      return opened;
    });
    await sendAttachment(reply, attachment);
  }
}
