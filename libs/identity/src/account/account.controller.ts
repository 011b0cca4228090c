import { Controller, Get } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { personalDetails } from '../person/personal-details.js';
import { provenBy } from '../proofing/proof-words.js';
import { heldUntilOf } from '../recovery/held.js';
import { openRecovery } from '../recovery/open-recovery.js';
import { accountPage } from './page.js';

/** A citizen's own page: who they are here, how surely that is known, and the way to everything that is theirs. */
@Controller('account')
export class AccountController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async page(@Context() context: PageContext, @Who() { id }: Principal): Promise<string> {
    const { manager } = this.platform.database;
    const person = await personalDetails(manager, this.platform, id);
    return renderPage(
      accountPage(context, {
        person,
        proven: await provenBy(manager, person, context.language),
        recovery: await openRecovery(manager, this.platform, id),
        heldUntil: await heldUntilOf(manager, this.platform, id),
      }),
    );
  }
}
