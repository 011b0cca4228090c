import { Controller, Get, Query } from '@nestjs/common';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { localPath } from '../sign-in/local-path.js';
import { identityPage } from './identity-page.js';

/** How surely a citizen is known, and the ways to be known more surely. */
@Controller('account/identity')
export class IdentityController {
  @Get()
  @WhoMay('citizen')
  @Html()
  page(
    @Context() context: PageContext,
    @Who() { assurance }: Principal,
    @Query('needed') needed: unknown,
    @Query('next') next: unknown,
  ): string {
    const asked = needed === '2' ? 2 : needed === '1' ? 1 : 0;
    return renderPage(identityPage(context, { assurance, needed: asked, next: localPath(next) }));
  }
}
