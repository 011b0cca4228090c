import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { applicationNames } from '#lib/applications';
import { accessTo } from '#lib/audit';
import { subjectOf } from '#lib/identity';
import { agencyById } from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
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
  textIn,
  Who,
  WhoMay,
} from '#lib/web';
import { AccessQuestion } from '../question/access-question.entity.js';
import { askAboutAccess } from '../question/ask-about-access.js';
import { isToMend } from '../question/question-text.js';
import { readQuestion } from '../question/read-question.js';
import { AccessPage } from './access-page.js';
import { AccessesPage } from './accesses-page.js';
import { readAccesses } from './read-accesses.js';

/** A citizen sees who looked at their data, and asks why. */
@Controller('account/accesses')
export class AccessesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async list(@Context() context: PageContext, @Who() { id }: Principal, @Query('before') before: unknown) {
    const { manager } = this.platform.database;
    const from = instant(before);
    const found = await readAccesses(manager, this.platform, id, from ?? endOfTime);
    const questions = await manager.getRepository(AccessQuestion).findBy({ personId: id });
    const asked = new Map(
      questions.map(({ accessId, answeredAt }) => [
        accessId,
        answeredAt ? ('answered' as const) : ('asked' as const),
      ]),
    );
    return renderPage(
      <AccessesPage
        {...{ context, found, asked }}
        config={this.platform.config}
        later={from !== undefined}
      />,
    );
  }

  @Get(':id')
  @WhoMay('citizen')
  async one(
    @Context() context: PageContext,
    @Who() { id: personId }: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(reply, <AccessPage context={context} {...(await this.read(personId, id))} />);
  }

  @Post(':id/question')
  @WhoMay('citizen')
  async ask(
    @Context() context: PageContext,
    @Who() { id: personId }: Principal,
    @IdParam() accessId: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const page = `/account/accesses/${accessId}`;
    try {
      const text = textIn(body, 'question');
      await askAboutAccess(this.platform.database.manager, this.platform, { personId, accessId, text });
    } catch (error) {
      if (!isToMend(error)) return reply.redirect(sentBack(error, page), 303);
      const mend = formToMend(error, body, () => 'question');
      const read = await this.read(personId, accessId);
      return sendPage(reply, <AccessPage context={context} {...read} mend={mend} />, 422);
    }
    return reply.redirect(`${page}?done=asked`, 303);
  }

  private async read(personId: string, id: string) {
    const { manager } = this.platform.database;
    const access = await accessTo(manager, await subjectOf(manager, personId), id);
    if (!access) throw new Refusal('not-found', 404);
    const question = await manager.getRepository(AccessQuestion).findOneBy({ accessId: id, personId });
    const { caseId, agencyId } = access;
    const names = caseId ? await applicationNames(manager, personId, [caseId]) : undefined;
    return {
      config: this.platform.config,
      access,
      agency: agencyId ? await agencyById(manager, agencyId) : undefined,
      application: caseId ? names?.get(caseId) : undefined,
      question: question ? readQuestion(this.platform, question) : undefined,
      now: this.platform.clock.now(),
    };
  }
}

const endOfTime = new Date('9999-01-01T00:00:00Z');

/** An instant out of an address; anything else is none. */
function instant(text: unknown): Date | undefined {
  const found = new Date(typeof text === 'string' ? text : '');
  return Number.isNaN(found.getTime()) || found > endOfTime ? undefined : found;
}
