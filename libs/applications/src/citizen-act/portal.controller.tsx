import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { revisionById } from '#lib/catalogue';
import { agencyById } from '#lib/organisations';
import { Platform, Refusal, transaction, type Tx } from '#lib/platform';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { citizenAct } from '../act-form/act-form.js';
import { readActForm } from '../act-form/read-act-form.js';
import { keepActPaper, type ReceivedAct, receiveAct } from '../act-form/receive-act.js';
import { performAct } from '../act/perform-act.js';
import { readEvents } from '../application/read-events.js';
import { readPostedAct } from '../desk-act/posted-act.js';
import { applicantActors } from '../relation/actors-of.js';
import { applicationToActOn } from '../tracking/own-application.js';
import { CitizenActPage } from './citizen-act-page.js';
import { citizenActs } from './citizen-acts.js';

/** The acts of applicants that have no page of their own. Which there are and who may do them, the workflow says. */
@Controller('applications/:id/acts/:event')
export class CitizenActController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Res() reply: FastifyReply,
  ) {
    try {
      const found = await this.find(this.platform.database.manager, principal, id, event);
      return sendPage(reply, <CitizenActPage context={context} {...found} />);
    } catch (error) {
      return reply.redirect(sentBack(error, `/applications/${id}`), 303);
    }
  }

  @Post()
  @WhoMay('citizen')
  async perform(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Param('event') event: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const posted = await receiveAct(this.platform, request);
    try {
      const { version, key } = readPostedAct(posted.body);
      const wrong = await transaction(this.platform.database, (tx) =>
        this.act(tx, principal, { id, event, version, key }, posted),
      );
      if (!wrong) return reply.redirect(`/applications/${id}?done=${version + 1}`, 303);
      return sendPage(reply, <CitizenActPage context={context} {...wrong} body={posted.body} />, 422);
    } catch (error) {
      const changed = await this.changed(error, principal, { id, event }).catch(() => undefined);
      if (!changed) return reply.redirect(sentBack(error, `/applications/${id}`), 303);
      const { version } = readPostedAct(posted.body);
      return sendPage(
        reply,
        <CitizenActPage context={context} {...changed} seen={version} body={posted.body} />,
        409,
      );
    } finally {
      await posted.file?.discard();
    }
  }

  /** What to go on with where somebody else was faster, in another tab or at the agency, and the act is still open. */
  private async changed(error: unknown, principal: Principal, { id, event }: { id: string; event: string }) {
    if (!(error instanceof Refusal) || error.code !== 'application-changed') return undefined;
    const { manager } = this.platform.database;
    const found = await this.find(manager, principal, id, event);
    const events = await readEvents(manager, this.platform, id);
    return { ...found, events, agency: await agencyById(manager, found.application.agencyId) };
  }

  /** Performs the act; or says what has to be mended before. */
  private async act(
    tx: Tx,
    principal: Principal,
    posted: { id: string; event: string; version: number; key: string },
    { body, file, came }: ReceivedAct,
  ) {
    const { id, event, version, key } = posted;
    const application = await applicationToActOn(tx, this.platform, principal, id);
    const current = application.version === version;
    const found = current ? await this.find(tx, principal, id, event) : undefined;
    const read = found && readActForm(this.platform, found.act.transition, body, came);
    if (found && read && read.errors.length > 0) return { ...found, errors: read.errors };
    const { reason } = read?.details.answered ?? {};
    await performAct(tx, this.platform, {
      applicationId: id,
      event,
      version,
      idempotencyKey: key,
      actor: { kind: 'citizen', id: principal.id, name: principal.name },
      as: applicantActors(application, principal),
      purpose: 'application',
      details: {
        ...read?.details,
        ...(reason !== undefined && { reason }),
        ...(found && (await keepActPaper(tx, this.platform, application, file))),
      },
    });
    return undefined;
  }

  /** The act as it stands open now. Refuses one that is not (`event-not-allowed-now`, 409), and whose it is not. */
  private async find(tx: Tx, principal: Principal, id: string, event: string) {
    const application = await applicationToActOn(tx, this.platform, principal, id);
    const { definition } = await revisionById(tx, application.revisionId);
    const open = citizenActs(definition.workflow, application, applicantActors(application, principal));
    const act = open.find((one) => one.event === event);
    if (!act) throw new Refusal('event-not-allowed-now', 409, { event });
    return { application, definition, act: { event, transition: citizenAct(act.transition) } };
  }
}
