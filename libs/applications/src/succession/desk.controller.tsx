import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { dividedAgenciesFor, dividedAgencyFor, placeOfficer, placesDivided } from '#lib/organisations';
import { Platform, Refusal, transaction } from '#lib/platform';
import {
  Context,
  Html,
  IdParam,
  type PageContext,
  type Principal,
  renderPage,
  sentBack,
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { Application } from '../application/application.entity.js';
import { countOpen } from './count-open.js';
import { moveToSuccessor } from './move-to-successor.js';
import { DividedAgencyPage, DividedAgenciesPage } from './pages.js';
import { readDivided } from './read-divided.js';

const home = '/succession';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The room of a province's administrators after a change that divided agencies: where each of their applications and
 * officers goes. To anybody else it does not exist.
 */
@Controller('succession')
export class SuccessionController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async agencies(@Context() context: PageContext, @Who() officer: Principal): Promise<string> {
    const { manager } = this.platform.database;
    if (!(await placesDivided(manager, officer))) throw new Refusal('not-found', 404);
    const divided = await dividedAgenciesFor(manager, officer, this.platform.clock.now());
    const open = await countOpen(
      manager,
      divided.map(({ agency }) => agency.id),
    );
    const left = divided.filter(({ agency, staff }) => open.has(agency.id) || staff.length > 0);
    return renderPage(<DividedAgenciesPage context={context} divided={left} open={open} />);
  }

  @Get(':id')
  @WhoMay('officer')
  @Html()
  async agency(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Query() done: Record<string, unknown>,
  ): Promise<string> {
    const { manager } = this.platform.database;
    const divided = await dividedAgencyFor(manager, officer, id, this.platform.clock.now());
    const total = (await countOpen(manager, [id])).get(id) ?? 0;
    const applications = await readDivided(this.platform, officer, divided);
    return renderPage(<DividedAgencyPage {...{ context, divided, applications, total, done }} />);
  }

  /** Each application moves by itself: one that changed meanwhile stays in the list, the others go. */
  @Post(':id/applications')
  @WhoMay('officer')
  async move(
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const { successors } = await dividedAgencyFor(manager, officer, id, this.platform.clock.now());
    const chosen = choicesIn(body, 'application').filter(({ successorId }) =>
      successors.some((each) => each.id === successorId),
    );
    let moved = 0;
    for (const choice of chosen) {
      const version = Number(textIn(body, `version-${choice.id}`));
      if (await this.moveOne(officer, id, { ...choice, version })) moved += 1;
    }
    return reply.redirect(`${home}/${id}?moved=${moved}&kept=${chosen.length - moved}`, 303);
  }

  @Post(':id/officers')
  @WhoMay('officer')
  async placeOfficers(
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const { staff } = await dividedAgencyFor(manager, officer, id, this.platform.clock.now());
    const chosen = choicesIn(body, 'officer').filter((each) =>
      staff.some(({ officerId }) => officerId === each.id),
    );
    try {
      await transaction(this.platform.database, async (tx) => {
        for (const { id: officerId, successorId } of chosen)
          await placeOfficer(tx, this.platform, { officerId, agencyId: id, successorId, by: officer.id });
      });
    } catch (error) {
      return reply.redirect(sentBack(error, `${home}/${id}`), 303);
    }
    return reply.redirect(`${home}/${id}?placed=${chosen.length}`, 303);
  }

  private async moveOne(
    officer: Principal,
    agencyId: string,
    { id, successorId, version }: { id: string; successorId: string; version: number },
  ): Promise<boolean> {
    const actor = { kind: 'officer' as const, id: officer.id, name: officer.name };
    try {
      return await transaction(this.platform.database, async (tx) => {
        const application = await tx.getRepository(Application).findOneBy({ id, agencyId, version });
        if (!application) return false;
        return moveToSuccessor(tx, this.platform, { application, successorId, actor });
      });
    } catch (error) {
      // Their own matter is for another administrator to place.
      if (error instanceof Refusal && error.code === 'own-matter') return false;
      throw error;
    }
  }
}

/** What was chosen in a form whose boxes are called `application-<id>`: an empty box chooses nothing. */
function choicesIn(body: unknown, of: 'application' | 'officer'): { id: string; successorId: string }[] {
  const box = new RegExp(`^${of}-(${uuid})$`);
  return Object.keys((body ?? {}) as Record<string, unknown>).flatMap((name) => {
    const id = box.exec(name)?.[1];
    const successorId = textIn(body, name);
    return id && successorId ? [{ id, successorId }] : [];
  });
}
