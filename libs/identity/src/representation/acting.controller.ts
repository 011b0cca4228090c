import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In } from 'typeorm';
import { Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import {
  Context,
  formToMend,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  sentBack,
  Who,
  WhoMay,
} from '#lib/web';
import { namesOf } from '../person/names-of.js';
import { demandFresh, isFresh, stepUpAddress } from '../step-up/freshness.js';
import { inEvenTime } from '../throttle/in-even-time.js';
import { acceptMandate } from './accept-mandate.js';
import { actingPage } from './acting-page.js';
import { assistancePage } from './assistance-page.js';
import { endMandate } from './end-mandate.js';
import { inviteAssistant } from './invite-assistant.js';
import { openInvited } from './invited.js';
import { knowFamily } from './know-family.js';
import { mandatesAskedOf } from './mandates-asked-of.js';
import { type OpenMandate, readMandates } from './read-mandates.js';
import { readInvitation } from './read-invitation.js';
import { renewableMandates, renewMandate } from './renew-mandate.js';
import { renewalPage } from './renewal-page.js';
import { mandatesOver } from './representation.js';
import { namesOfScopes } from './scope-names.js';

const home = '/account/acting';

/** For whom a citizen may act, and who may act for them. */
@Controller('account/acting')
export class ActingController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
  ) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async page(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
    const { manager: tx } = this.platform.database;
    const registerAway = !(await knowFamily(this.platform, this.register, id));
    const held = await readMandates(tx, this.platform, { representativeId: id });
    const over = await readMandates(tx, this.platform, { id: In(await mandatesOver(tx, id)) });
    const standing = (mandate: OpenMandate) => this.stands(mandate);
    const others = over.filter(({ representativeId }) => representativeId !== id).filter(standing);
    const renewable = await renewableMandates(tx, this.platform, id);
    const names = await namesOf(
      tx,
      [...others, ...renewable].flatMap(({ representativeId }) => representativeId ?? []),
    );
    for (const mandate of others)
      if (!mandate.representativeId)
        names.set(mandate.id, openInvited(this.platform, mandate)?.fullName ?? '');
    const asked = await mandatesAskedOf(tx, this.platform, id);
    const scopes = [...asked, ...held, ...others].map((mandate) => mandate.scopes);
    return renderPage(
      actingPage(context, {
        registerAway,
        asked: asked.filter(standing),
        held: held.filter(standing),
        over: others,
        renewable,
        names,
        scopeNames: await namesOfScopes(tx, scopes),
      }),
    );
  }

  @Get('assistance')
  @WhoMay('citizen')
  ask(@Context() context: PageContext, @Who() principal: Principal, @Res() reply: FastifyReply) {
    if (!isFresh(this.platform, principal)) return reply.redirect(stepUpAddress(`${home}/assistance`), 303);
    return sendPage(reply, assistancePage(context));
  }

  @Post('assistance')
  @WhoMay('citizen')
  async invite(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    demandFresh(this.platform, principal);
    try {
      const invitation = readInvitation(body);
      await inEvenTime(() =>
        transaction(this.platform.database, (tx) =>
          inviteAssistant(tx, this.platform, this.register, principal, invitation),
        ),
      );
    } catch (error) {
      const mend = formToMend(error, body, ({ code }) => (code === 'term-unknown' ? 'days' : 'idNumber'));
      return sendPage(reply, assistancePage(context, mend), 422);
    }
    return reply.redirect(`${home}?done=asked`, 303);
  }

  @Post(':id/acceptance')
  @WhoMay('citizen')
  async accept(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await transaction(this.platform.database, (tx) => acceptMandate(tx, this.platform, principal, id));
    return reply.redirect(`${home}?done=accepted`, 303);
  }

  /** No passkey is asked for: whoever no longer wants it must be able to stop it at once. */
  @Post(':id/ending')
  @WhoMay('citizen')
  async end(@Who() { id: personId }: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await endMandate(this.platform, personId, id);
    return reply.redirect(`${home}?done=ended`, 303);
  }

  @Get(':id/renewal')
  @WhoMay('citizen')
  async renewal(
    @Context() context: PageContext,
    @Who() principal: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const tx = this.platform.database.manager;
    const mandate = (await renewableMandates(tx, this.platform, principal.id)).find((each) => each.id === id);
    if (!mandate?.representativeId) throw new Refusal('not-found', 404);
    if (!isFresh(this.platform, principal))
      return reply.redirect(stepUpAddress(`${home}/${id}/renewal`), 303);
    const names = await namesOf(tx, [mandate.representativeId]);
    return sendPage(reply, renewalPage(context, mandate, names.get(mandate.representativeId) ?? ''));
  }

  /** Gives again what the same person ended. */
  @Post(':id/renewal')
  @WhoMay('citizen')
  async renew(@Who() principal: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    demandFresh(this.platform, principal);
    try {
      await transaction(this.platform.database, (tx) =>
        renewMandate(tx, this.platform, this.register, principal.id, id),
      );
    } catch (error) {
      return reply.redirect(sentBack(error, `${home}/${id}/renewal`), 303);
    }
    return reply.redirect(`${home}?done=renewed`, 303);
  }

  private stands({ endedAt, validUntil }: OpenMandate): boolean {
    return endedAt === null && (validUntil === null || validUntil > this.platform.clock.now());
  }
}
