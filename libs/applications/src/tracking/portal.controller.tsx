import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In, IsNull, Not } from 'typeorm';
import { revisionById } from '#lib/catalogue';
import { openAttachment, sendAttachment } from '#lib/documents';
import { mandatesOver, namesOf } from '#lib/identity';
import { agencyById, officeHoursOf } from '#lib/organisations';
import { ordersOf } from '#lib/payments';
import { Platform, Refusal } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  Who,
  WhoMay,
} from '#lib/web';
import { Application } from '../application/application.entity.js';
import { readAnswers, readAnswersAt } from '../application/answers.js';
import { readEvents } from '../application/read-events.js';
import { followQr } from '../following/follow-address.js';
import { showSecret, trackingSecretOf } from '../following/tracking-secret.js';
import { groupedWithParts } from '../children/grouped-with-parts.js';
import { belongingForCitizen } from '../children/part-view.js';
import { conversationOf } from '../conversation/conversation-links.js';
import { Draft } from '../draft/draft.entity.js';
import { payableUntil } from '../payment/read-payment.js';
import { ApplicationPage } from './application-page.js';
import { ApplicationsPage } from './applications-page.js';
import { readableApplication } from './own-application.js';
import { ReceiptPage } from './receipt-page.js';
import { readReceipt } from './read-receipt.js';
import { decisionOf } from './decision-of.js';
import { usualStays } from './journey/usual-stays.js';
import { issuedResult } from '../result/issue-result.js';
import { ResultPage } from '../result/result-page.js';
import { resultVersions } from '../result/result-versions.js';
import { linkedIn } from '../link/linked-in.js';

/** What a citizen sees of their applications: the list, each with its timeline, the receipt and the result. */
@Controller('applications')
export class TrackingController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() { id: personId }: Principal) {
    const { manager } = this.platform.database;
    const drafts = await manager.find(Draft, {
      where: { personId, submittedAt: IsNull(), supplements: IsNull() },
      order: { savedAt: 'DESC' },
    });
    const applications = await manager.find(Application, {
      where: { personId },
      order: { filedAt: 'DESC' },
      take: 200,
    });
    const over = await mandatesOver(manager, personId);
    const others = await manager.find(Application, {
      where: { onBehalfOf: In(over), personId: Not(personId) },
      order: { filedAt: 'DESC' },
      take: 200,
    });
    const titled = async <T extends { revisionId: string }>(rows: T[]) =>
      Promise.all(
        rows.map(async (row) => ({
          row,
          definition: (await revisionById(manager, row.revisionId)).definition,
        })),
      );
    return renderPage(
      <ApplicationsPage
        context={context}
        drafts={await titled(drafts)}
        applications={await groupedWithParts(manager, await titled(applications))}
        filedForMe={await groupedWithParts(manager, await titled(others))}
      />,
    );
  }

  @Get(':id')
  @WhoMay('citizen')
  @Html()
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Query('done') done: unknown,
  ) {
    const { manager } = this.platform.database;
    const { application, mine } = await readableApplication(manager, principal, id);
    const events = await readEvents(manager, this.platform, id);
    const justDone = events.find(
      ({ sequence, actor }) => String(sequence) === done && actor.id === principal.id,
    );
    const { definition } = await revisionById(manager, application.revisionId);
    const ended = application.waitsFor === 'nobody';
    return renderPage(
      <ApplicationPage
        context={context}
        application={application}
        definition={definition}
        stays={ended ? new Map() : await usualStays(manager, application, definition.workflow)}
        agency={await agencyById(manager, application.agencyId)}
        hours={await officeHoursOf(manager, application.agencyId, application.clockStartedAt)}
        events={events}
        justDone={justDone}
        answers={await readAnswers(manager, this.platform, id)}
        now={this.platform.clock.now()}
        conversation={await conversationOf(manager, id, 'citizen')}
        belonging={await belongingForCitizen(manager, this.platform, application)}
        payments={{ orders: await ordersOf(manager, id), until: await payableUntil(manager, id) }}
        links={await linkedIn(manager, this.platform, { application, events }, principal)}
        mine={mine}
      />,
    );
  }

  @Get(':id/receipt')
  @WhoMay('citizen')
  @Html()
  async receipt(@Context() context: PageContext, @Who() principal: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const { application } = await readableApplication(manager, principal, id);
    const receipt = await readReceipt(manager, this.platform, application);
    const names = await namesOf(manager, [application.personId]);
    const applicant = names.get(application.personId) ?? '';
    const secret = await trackingSecretOf(manager, this.platform, id);
    const follow = {
      secret: showSecret(secret),
      qr: await followQr(this.platform, application.number, secret),
    };
    return renderPage(<ReceiptPage {...{ context, application, receipt, applicant, follow }} />);
  }

  @Get(':id/result')
  @WhoMay('citizen')
  async result(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Query('version') wanted: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const { application } = await readableApplication(manager, principal, id);
    const events = await readEvents(manager, this.platform, id);
    const decision = decisionOf(events);
    const versions = resultVersions(events);
    const version = versions.find(({ number }) => String(number) === wanted) ?? versions.at(-1);
    if (!decision || !version) throw new Refusal('no-result-yet', 404);
    const { definition } = await revisionById(manager, application.revisionId);
    const agency = await agencyById(manager, application.agencyId);
    const answers = await readAnswersAt(manager, this.platform, id, version.sequence);
    const issued = await issuedResult(manager, id);
    return sendPage(
      reply,
      <ResultPage {...{ context, application, definition, agency, decision, answers, version, issued }} />,
    );
  }

  /** The papers of an application, also for whoever it was filed for. */
  @Get(':id/attachments/:attachmentId')
  @WhoMay('citizen')
  async attachment(
    @Who() principal: Principal,
    @IdParam() id: string,
    @IdParam('attachmentId') attachmentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { manager } = this.platform.database;
    const { application } = await readableApplication(manager, principal, id);
    const paper = { id: attachmentId, caseId: application.id };
    await sendAttachment(reply, await openAttachment(manager, this.platform, paper));
  }
}
