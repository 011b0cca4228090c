import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal, transaction } from '#lib/platform';
import { Context, IdParam, type PageContext, type Principal, sendPage, Who, WhoMay } from '#lib/web';
import { administeredBy } from '../grants/demand-administrator.js';
import { officerById, rolesOf } from '../officers/find-officer.js';
import type { Officer } from '../officers/officer.entity.js';
import { changeOfficerIdentity } from './change-officer-identity.js';
import { changesOf } from './changes-of.js';
import { OfficerIdentityPage } from './identity-page.js';
import { readNumbers } from './read-numbers.js';

/** An administrator notes who an officer of the agency is as a person; to anybody else, and for oneself, it does not exist. */
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
    if (officer.id === administrator.id) throw new Refusal('identity-of-oneself', 403);
    const noted = await changesOf(this.platform.database.manager, id);
    const { typed } = readNumbers(undefined);
    return sendPage(reply, <OfficerIdentityPage {...{ context, officer, noted, typed }} wrong={[]} />);
  }

  @Post()
  async note(
    @Context() context: PageContext,
    @Who() administrator: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const officer = await this.officerOf(administrator, id);
    const read = readNumbers(body);
    if (!('numbers' in read)) {
      const noted = await changesOf(this.platform.database.manager, id);
      return sendPage(reply, <OfficerIdentityPage {...{ context, officer, noted, ...read }} />, 422);
    }
    const by = administrator.id;
    await transaction(this.platform.database, (tx) =>
      changeOfficerIdentity(tx, this.platform, { officerId: id, by }, read.numbers),
    );
    return reply.redirect('/officers?done=identity-noted', 303);
  }

  /** Refuses 'not-found' (404) where the officer holds no role at an agency of the administrator's. */
  private async officerOf(administrator: Principal, id: string): Promise<Officer> {
    const { manager } = this.platform.database;
    const agencies = administeredBy(administrator);
    const officer = agencies.length > 0 ? await officerById(manager, id) : undefined;
    const roles = officer ? await rolesOf(manager, id, this.platform.clock.now()) : [];
    if (!officer || !roles.some(({ agencyId }) => agencies.includes(agencyId)))
      throw new Refusal('not-found', 404);
    return officer;
  }
}
