import { Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { In } from 'typeorm';
import { Platform } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { namesOf } from '../person/names-of.js';
import { actingPage } from './acting-page.js';
import { endMandate } from './end-mandate.js';
import { knowFamily } from './know-family.js';
import { type OpenMandate, readMandates } from './read-mandates.js';
import { mandatesOver } from './representation.js';

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
    const names = await namesOf(
      tx,
      others.flatMap(({ representativeId }) => representativeId ?? []),
    );
    return renderPage(
      actingPage(context, { registerAway, held: held.filter(standing), over: others, names }),
    );
  }

  /** No passkey is asked for: whoever no longer wants it must be able to stop it at once. */
  @Post(':id/ending')
  @WhoMay('citizen')
  async end(@Who() { id: personId }: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await endMandate(this.platform, personId, id);
    return reply.redirect('/account/acting', 303);
  }

  private stands({ endedAt, validUntil }: OpenMandate): boolean {
    return endedAt === null && (validUntil === null || validUntil > this.platform.clock.now());
  }
}
