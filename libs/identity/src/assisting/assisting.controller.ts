import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { legalDate, Platform, Refusal, transaction } from '#lib/platform';
import { PopulationRegister, SmsGateway } from '#lib/registries';
import { Context, type PageContext, type Principal, sendPage, sentBack, textIn, Who, WhoMay } from '#lib/web';
import { wayToAssurance } from '../assurance/required-assurance.js';
import { codeTyped } from '../phone-code/new-code.js';
import { usePhoneCode } from '../phone-code/use-phone-code.js';
import { readClaim } from '../sign-up/read-claim.js';
import { inEvenTime } from '../throttle/in-even-time.js';
import { agreeByCode } from './agree-by-code.js';
import { agreementUse, askForAgreement, refuseUnknownHelper } from './ask-for-agreement.js';
import { agreementPage, citizenPage } from './pages.js';

const home = '/account/acting/assisting';

/** A helper prepares for a citizen who has no passkey at hand, once a code to the citizen's phone was given back. */
@Controller('account/acting/assisting')
export class AssistingController {
  constructor(
    private readonly platform: Platform,
    private readonly register: PopulationRegister,
    private readonly sms: SmsGateway,
  ) {}

  @Get()
  @WhoMay('citizen')
  page(@Context() context: PageContext, @Who() helper: Principal, @Res() reply: FastifyReply) {
    const way = wayToAssurance(this.platform, helper, { assurance: 2 }, home);
    return way ? reply.redirect(way, 303) : sendPage(reply, citizenPage(context));
  }

  @Post()
  @WhoMay('citizen')
  async ask(
    @Context() context: PageContext,
    @Who() helper: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { platform, register, sms } = this;
    const { typed, errors, claim } = readClaim(body, legalDate(platform.clock.now()));
    if (!claim) return sendPage(reply, citizenPage(context, { typed, errors }), 422);
    try {
      const wish = { helper, claim, language: context.language };
      await inEvenTime(() => askForAgreement(platform, { register, sms }, wish));
    } catch (error) {
      return reply.redirect(sentBack(error, home), 303);
    }
    return reply.redirect(`${home}/code`, 303);
  }

  @Get('code')
  @WhoMay('citizen')
  code(@Context() context: PageContext, @Who() helper: Principal, @Res() reply: FastifyReply) {
    refuseUnknownHelper(helper);
    return sendPage(reply, agreementPage(context));
  }

  @Post('code')
  @WhoMay('citizen')
  async agree(
    @Context() context: PageContext,
    @Who() helper: Principal,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    refuseUnknownHelper(helper);
    const { platform } = this;
    const code = codeTyped(textIn(body, 'code'));
    if (!code) return sendPage(reply, agreementPage(context, 'missing'), 422);
    try {
      const used = await usePhoneCode(platform, agreementUse(helper.id), code);
      await transaction(platform.database, (tx) => agreeByCode(tx, platform, helper, used));
    } catch (error) {
      if (!(error instanceof Refusal) || (error.code !== 'code-wrong' && error.code !== 'code-over'))
        throw error;
      return sendPage(reply, agreementPage(context, error.code), error.status);
    }
    return reply.redirect('/account/acting?done=agreed', 303);
  }
}
