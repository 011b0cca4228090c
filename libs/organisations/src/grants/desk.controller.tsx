import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal, refusalWords, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sendPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { agencyById } from '../agencies/find-agency.js';
import { OfficerRole } from '../officers/officer-role.entity.js';
import { decideRole } from './decide-role.js';
import { administeredBy, demandAdministrator } from './demand-administrator.js';
import { endRole } from './end-role.js';
import { EndRolePage, ProposePage } from './pages.js';
import { proposeRole } from './propose-role.js';
import { openGrantsOf, staffOf } from './read-staff.js';
import { readWish } from './read-wish.js';
import { StaffPage } from './staff-page.js';

const home = '/officers';
const doneAt = (what: string) => `${home}?done=${what}`;

/** The room of the administrators: who holds which role at their agencies. To anybody else it does not exist. */
@Controller('officers')
export class GrantsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async staff(@Context() context: PageContext, @Who() officer: Principal): Promise<string> {
    const { manager } = this.platform.database;
    const now = this.platform.clock.now();
    const agencies = await Promise.all(
      this.agenciesOf(officer).map(async (id) => ({
        agency: await agencyById(manager, id),
        staff: await staffOf(manager, id, now),
        grants: await openGrantsOf(manager, id),
      })),
    );
    return renderPage(<StaffPage {...{ context, agencies }} />);
  }

  @Get('grants/new')
  @WhoMay('officer')
  @Html()
  async proposePage(@Context() context: PageContext, @Who() officer: Principal): Promise<string> {
    const { typed } = readWish(undefined, this.agenciesOf(officer));
    const agencies = await this.agencies(officer);
    return renderPage(<ProposePage {...{ context, agencies, typed }} wrong={[]} />);
  }

  @Post('grants')
  @WhoMay('officer')
  async propose(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { typed, ...read } = readWish(body, this.agenciesOf(officer));
    const again = async (refused?: Refusal) => {
      const words = refused && refusalWords(refused.code, context.language, refused.facts);
      const agencies = await this.agencies(officer);
      const page = <ProposePage {...{ context, agencies, typed }} wrong={read.wrong ?? []} refused={words} />;
      return sendPage(reply, page, 422);
    };
    if (read.wrong) return again();
    try {
      const { wish } = read;
      await transaction(this.platform.database, (tx) => proposeRole(tx, this.platform, officer, wish));
    } catch (error) {
      if (error instanceof Refusal) return again(error);
      throw error;
    }
    return reply.redirect(doneAt('proposed'), 303);
  }

  @Post('grants/:id/decision')
  @WhoMay('officer')
  async decide(
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const granted = textIn(body, 'granted') === 'yes';
    const done = doneAt(granted ? 'granted' : 'refused');
    return this.act(reply, done, home, (tx) => decideRole(tx, this.platform, officer, { id, granted }));
  }

  @Get('roles/:id/ending')
  @WhoMay('officer')
  @Html()
  async endPage(@Context() context: PageContext, @Who() officer: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const role = await manager.getRepository(OfficerRole).findOneBy({ id });
    if (!role) throw new Refusal('not-found', 404);
    demandAdministrator(officer, role.agencyId);
    const staff = await staffOf(manager, role.agencyId, this.platform.clock.now());
    const held = staff.find((each) => each.id === id);
    if (!held) throw new Refusal('role-ended-already', 409);
    return renderPage(<EndRolePage context={context} held={held} />);
  }

  @Post('roles/:id/ending')
  @WhoMay('officer')
  async end(
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const reason = textIn(body, 'reason').slice(0, 500);
    return this.act(reply, doneAt('role-ended'), `${home}/roles/${id}/ending`, (tx) =>
      endRole(tx, this.platform, officer, { id, reason }),
    );
  }

  private async act(
    reply: FastifyReply,
    done: string,
    refused: string,
    act: Parameters<typeof transaction<void>>[1],
  ) {
    try {
      await transaction(this.platform.database, act);
    } catch (error) {
      return reply.redirect(sentBack(error, refused), 303);
    }
    return reply.redirect(done, 303);
  }

  private agenciesOf(officer: Principal): string[] {
    const ids = administeredBy(officer);
    if (ids.length === 0) throw new Refusal('not-found', 404);
    return ids;
  }

  private agencies(officer: Principal) {
    return Promise.all(this.agenciesOf(officer).map((id) => agencyById(this.platform.database.manager, id)));
  }
}
