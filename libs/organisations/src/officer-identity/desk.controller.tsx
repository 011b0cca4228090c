import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal, type RefusalWords, refusalWords, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { administeredBy } from '../grants/demand-administrator.js';
import { officerById, rolesOf } from '../officers/find-officer.js';
import type { Officer } from '../officers/officer.entity.js';
import { enterOfficerIdentity } from './enter-officer-identity.js';
import { changesOf, registerAnswer } from './changes-of.js';
import { OfficerIdentityPage } from './identity-page.js';
import { type NumbersField, readNumbers, type TypedNumbers } from './read-numbers.js';
import { dropEntry, waitingEntry } from './waiting-entry.js';

/** Two administrators enter who an officer of the agency is as a person; to anybody else, and for oneself, it does not exist. */
@Controller('officers/people/:id/identity')
@WhoMay('officer')
export class OfficerIdentityController {
  constructor(private readonly platform: Platform) {}

  @Get()
  async page(
    @Context() context: PageContext,
    @Who() administrator: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    const officer = await this.officerOf(administrator, id);
    return this.show(reply, { context, officer, ...readNumbers(undefined), wrong: [] });
  }

  @Post()
  async enter(
    @Context() context: PageContext,
    @Who() administrator: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { database } = this.platform;
    const officer = await this.officerOf(administrator, id);
    const { typed, wrong, numbers } = readNumbers(body);
    if (!numbers) return this.show(reply, { context, officer, typed, wrong });
    try {
      const became = await transaction(database, (tx) =>
        enterOfficerIdentity(tx, this.platform, { officerId: id, by: administrator.id }, numbers),
      );
      return reply.redirect(`/officers?done=identity-${became}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'identity-entered-otherwise') throw error;
      const refused = refusalWords(error.code, context.language);
      return this.show(reply, { context, officer, typed, wrong, refused });
    }
  }

  /** Who entered what waits takes it back, or another refuses it. */
  @Post('dropping')
  async drop(@Who() administrator: Principal, @IdParam() id: string, @Res() reply: FastifyReply) {
    await this.officerOf(administrator, id);
    await dropEntry(this.platform.database.manager, id);
    return reply.redirect('/officers?done=identity-dropped', 303);
  }

  private async show(
    reply: FastifyReply,
    page: {
      context: PageContext;
      officer: Officer;
      typed: TypedNumbers;
      wrong: NumbersField[];
      refused?: RefusalWords | undefined;
    },
  ) {
    const { manager } = this.platform.database;
    const noted = await changesOf(manager, page.officer.id);
    const answer = await registerAnswer(manager, page.officer.id);
    const waiting = await waitingEntry(manager, page.officer.id);
    const again = page.wrong.length > 0 || page.refused;
    return sendPage(
      reply,
      <OfficerIdentityPage {...{ ...page, noted, answer, waiting }} />,
      again ? 422 : 200,
    );
  }

  /**
   * Refuses 'not-found' (404) where the officer holds no role at an agency of the administrator's, and
   * 'identity-of-oneself' (403).
   */
  private async officerOf(administrator: Principal, id: string): Promise<Officer> {
    const { manager } = this.platform.database;
    const agencies = administeredBy(administrator);
    const officer = agencies.length > 0 ? await officerById(manager, id) : undefined;
    const roles = officer ? await rolesOf(manager, id, this.platform.clock.now()) : [];
    if (!officer || !roles.some(({ agencyId }) => agencies.includes(agencyId)))
      throw new Refusal('not-found', 404);
    if (officer.id === administrator.id) throw new Refusal('identity-of-oneself', 403);
    return officer;
  }
}
