import { Controller, Get, Query } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { heldUntilOf } from '../recovery/held.js';
import { openRecovery } from '../recovery/open-recovery.js';
import { localPath } from '../sign-in/local-path.js';
import { identityPage } from './identity-page.js';

/** How surely a citizen is known, and the ways to be known more surely. */
@Controller('account/identity')
export class IdentityController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('citizen')
  @Html()
  async page(
    @Context() context: PageContext,
    @Who() { id, assurance }: Principal,
    @Query('needed') needed: unknown,
    @Query('next') next: unknown,
  ): Promise<string> {
    const asked = needed === '2' ? 2 : needed === '1' ? 1 : 0;
    const { manager } = this.platform.database;
    return renderPage(
      identityPage(context, {
        assurance,
        needed: asked,
        next: localPath(next),
        recovery: await openRecovery(manager, this.platform, id),
        heldUntil: await heldUntilOf(manager, this.platform, id),
      }),
    );
  }
}
