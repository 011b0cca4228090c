import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister } from '#lib/registries';
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
import { identityAgencies } from '../proofing/desk/identity-agencies.js';
import { readDecision } from '../proofing/desk/read-forms.js';
import { decideMatter } from './decide-matter.js';
import { guardianshipPage } from './guardianship-page.js';
import { matterPage } from './matter-page.js';
import { mistake } from './mistake.js';
import { noteForeignIdentity, noteGuardianship } from './note-matter.js';
import { readForeignIdentity } from './read-foreign-identity.js';
import { readGuardianship } from './read-guardianship.js';
import { matterTexts } from './texts.js';
import { viewMatter } from './view-matter.js';

/** What two officers decide at the counter beside who somebody is: foreign identities and guardianships. */
@Controller('counter')
export class CounterMattersController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
  ) {}

  @Get('guardianships')
  @WhoMay('officer')
  guardianship(@Context() context: PageContext, @Who() officer: Principal, @Res() reply: FastifyReply) {
    identityAgencies(officer);
    return sendPage(reply, guardianshipPage(context));
  }

  @Post('guardianships')
  @WhoMay('officer')
  async note(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    identityAgencies(officer);
    const { platform, register } = this;
    const { content, mistakes, typed } = await readGuardianship(platform, register, context.language, body);
    if (!content) return sendPage(reply, guardianshipPage(context, { mistakes, typed }), 422);
    await transaction(platform.database, (tx) => noteGuardianship(tx, platform, register, officer, content));
    return reply.redirect('/counter?done=passed-on', 303);
  }

  @Get('matters/:id')
  @WhoMay('officer')
  async show(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Res() reply: FastifyReply,
  ) {
    return sendPage(reply, matterPage(context, await viewMatter(this.platform, this.register, officer, id)));
  }

  @Post('matters/:id/check')
  @WhoMay('officer')
  async check(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform, register } = this;
    const view = await viewMatter(platform, register, officer, id);
    const { content } = view;
    if (content.kind !== 'foreign-identity') throw new Refusal('counter-request-over', 410);
    const t = matterTexts(context.language);
    const posted = { t, body, asserted: content.name };
    const { proof, ...again } = await readForeignIdentity(platform, register, posted);
    if (!proof) return sendPage(reply, matterPage(context, view, again), 422);
    const noted = { officer, id, content: { ...content, proof } };
    await transaction(platform.database, (tx) => noteForeignIdentity(tx, platform, register, noted));
    return reply.redirect('/counter?done=passed-on', 303);
  }

  @Post('matters/:id/decision')
  @WhoMay('officer')
  async decide(
    @Context() context: PageContext,
    @Who() officer: Principal,
    @IdParam() id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform, register } = this;
    const { decision, errors, typed } = readDecision(body);
    if (!decision) {
      const view = await viewMatter(platform, register, officer, id);
      const t = matterTexts(context.language);
      const keys = { decision: 'decisionMissing', reason: 'reasonMissing' } as const;
      const mistakes = errors.map(({ field }) =>
        mistake(t, field, keys[field === 'reason' ? field : 'decision']),
      );
      return sendPage(reply, matterPage(context, view, { mistakes, typed }), 422);
    }
    try {
      await transaction(platform.database, (tx) =>
        decideMatter(tx, platform, register, {
          officer,
          id,
          decision,
          namesSeen: textIn(body, 'namesDiffer') === 'yes',
        }),
      );
    } catch (error) {
      return reply.redirect(sentBack(error, `/counter/matters/${id}`), 303);
    }
    return reply.redirect(`/counter?done=${decision.approved ? 'approved' : 'refused'}`, 303);
  }
}
