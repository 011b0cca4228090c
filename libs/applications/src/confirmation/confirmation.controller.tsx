import { Body, Controller, Get, Logger, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { codeTyped, confirmByPhone, sendPhoneCode } from '#lib/identity';
import { agencyById, agencyName } from '#lib/organisations';
import { type Language, Platform, Refusal } from '#lib/platform';
import { PopulationRegister, SmsGateway } from '#lib/registries';
import {
  Context,
  IdParam,
  type PageContext,
  type Principal,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { Application } from '../application/application.entity.js';
import { followQr } from '../following/follow-address.js';
import { showSecret, trackingSecretOf } from '../following/tracking-secret.js';
import { becomesTrue } from '../submission/becomes-true.js';
import { readPrepared } from '../submission/prepare-submission.js';
import { supplementSent } from '../supplement/assisted/portal.controller.js';
import { wasSent } from '../supplement/was-sent.js';
import { readReceipt } from '../tracking/read-receipt.js';
import { codeMessage } from './code-message.js';
import { type Confirmable, preparedFor, prepareToConfirm, readConfirmable } from './confirmable.js';
import { ConfirmationPage } from './confirmation-page.js';
import { ConfirmedPage } from './confirmed-page.js';
import { fileConfirmed } from './file-confirmed.js';
import { texts } from './texts.js';

/** How long a helper sees, to print it, that what they prepared was filed. */
const printHours = 24;
const logger = new Logger('Confirmation');

/** A citizen without a passkey confirms at the helper's device, with a code to their own phone, what was prepared. */
@Controller('drafts/:id/confirmation')
export class ConfirmationController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
    private readonly sms: SmsGateway,
  ) {}

  @Get()
  @WhoMay('citizen')
  async show(
    @Context() context: PageContext,
    @Who() helper: Principal,
    @IdParam() id: string,
    @Query('sent') sent: unknown,
    @Res() reply: FastifyReply,
  ) {
    const filed = await this.filed(helper, id);
    if (filed) return sendPage(reply, await this.confirmedPage(context, filed));
    try {
      return await this.page(context, helper, id, reply, { sent: sent === 'yes' });
    } catch (error) {
      // Filed while the page was made: two confirmed at the same moment.
      const meanwhile = await this.filed(helper, id);
      if (meanwhile) return sendPage(reply, await this.confirmedPage(context, meanwhile));
      return reply.redirect(sentBack(error, `/drafts/${id}/check`), 303);
    }
  }

  @Post('code')
  @WhoMay('citizen')
  async send(
    @Context() { language }: PageContext,
    @Who() helper: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const address = `/drafts/${id}/confirmation`;
    try {
      const confirmable = await this.confirmable(helper, id);
      const { toConfirm } = preparedFor(this.platform, confirmable);
      const { idNumber } = confirmable.mandate.represented;
      const phone = await this.phoneOf(confirmable);
      await sendPhoneCode(
        this.platform,
        this.sms,
        { helperId: helper.id, purpose: 'filing', boundTo: toConfirm },
        { idNumber, phone, text: codeMessage(language, { confirmable, toConfirm, helper: helper.name }) },
      );
    } catch (error) {
      return reply.redirect((await this.filed(helper, id)) ? address : sentBack(error, address), 303);
    }
    return reply.redirect(`${address}?sent=yes#code`, 303);
  }

  @Post()
  @WhoMay('citizen')
  async confirm(
    @Context() context: PageContext,
    @Who() helper: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const address = `/drafts/${id}/confirmation`;
    if (await this.filed(helper, id)) return reply.redirect(address, 303);
    const code = codeTyped(textIn(body, 'code'));
    const answering = textIn(body, 'application');
    try {
      if (!code) return await this.page(context, helper, id, reply, { missing: true });
      const confirmable = await this.confirmable(helper, id);
      const { toConfirm } = preparedFor(this.platform, confirmable);
      const phone = await this.phoneOf(confirmable);
      const evidence = await confirmByPhone(this.platform, { helperId: helper.id, digest: toConfirm, code });
      const number = await fileConfirmed(this.platform, helper, id, evidence);
      const told = confirmable.answering ? undefined : id;
      await this.tellByPhone(context.language, phone, { number, filed: told });
      if (confirmable.answering) return reply.redirect(supplementSent, 303);
    } catch (error) {
      const { manager } = this.platform.database;
      if (answering && (await becomesTrue(() => wasSent(manager, answering, id))))
        return reply.redirect(supplementSent, 303);
      if (!(await this.filed(helper, id))) return reply.redirect(sentBack(error, address), 303);
    }
    return reply.redirect(address, 303);
  }

  private confirmable(helper: Principal, id: string): Promise<Confirmable> {
    return readConfirmable(this.platform.database.manager, this.platform, helper, id);
  }

  private async page(
    context: PageContext,
    helper: Principal,
    id: string,
    reply: FastifyReply,
    told: { sent?: boolean; missing?: boolean },
  ) {
    const tx = this.platform.database.manager;
    const confirmable = await this.confirmable(helper, id);
    const toConfirm = await prepareToConfirm(tx, this.platform, confirmable);
    const { reading } = await this.confirmable(helper, id);
    const prepared = readPrepared(this.platform, reading.draft);
    if (!prepared) throw new Refusal('draft-changed', 409);
    const agency = agencyName(await agencyById(tx, prepared.agencyId), context.language);
    const { sent = false, missing = false } = told;
    const page = (
      <ConfirmationPage
        {...{ context, confirmable, toConfirm, agency, sent, missing }}
        helper={helper.name}
      />
    );
    return sendPage(reply, page, missing ? 422 : 200);
  }

  /** The phone the register has now. Refuses a citizen without one ('no-registered-phone', 409). */
  private async phoneOf({ mandate }: Confirmable): Promise<string> {
    const person = await this.register.findPerson(mandate.represented.idNumber, 'representation');
    if (!person?.phone) throw new Refusal('no-registered-phone', 409);
    return person.phone;
  }

  /** What this helper prepared and was filed not long ago. */
  private async filed(helper: Principal, id: string): Promise<Application | undefined> {
    const { database, clock } = this.platform;
    const found = await database.getRepository(Application).findOneBy({ id, representedBy: helper.id });
    const until = (found?.filedAt.getTime() ?? 0) + printHours * 3_600_000;
    return found && clock.now().getTime() < until ? found : undefined;
  }

  private async confirmedPage(context: PageContext, application: Application) {
    const tx = this.platform.database.manager;
    const receipt = await readReceipt(tx, this.platform, application);
    if (receipt.evidence.kind !== 'phone-code') throw new Refusal('not-found', 404);
    const secret = await trackingSecretOf(tx, this.platform, application.id);
    const qr = await followQr(this.platform, application.number, secret);
    const agency = agencyName(receipt.agency, context.language);
    const follow = { secret: showSecret(secret), qr };
    return <ConfirmedPage {...{ context, application, receipt, agency, follow }} />;
  }

  /**
   * What was done, to the phone that confirmed it; for a new application how to follow it. Done is done, whether it
   * arrives or not.
   */
  private async tellByPhone(
    language: Language,
    phone: string,
    { number, filed }: { number: string; filed: string | undefined },
  ): Promise<void> {
    const secret = filed && (await trackingSecretOf(this.platform.database.manager, this.platform, filed));
    const address = `${this.platform.config.portal.origin}/follow`;
    const text = secret
      ? texts(language)('sms-filed', { number, secret: showSecret(secret), address })
      : texts(language)('sms-supplemented', { number });
    this.sms
      .send(phone, text)
      .catch((error: Error) => logger.warn(`A message was not sent: ${error.message}`));
  }
}
