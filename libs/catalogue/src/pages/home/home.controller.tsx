import { Controller, Get } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, SameForAll, WhoMay } from '#lib/web';
import { HomePage } from './home-page.js';

/** The front door. */
@Controller()
export class HomeController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('anyone')
  @SameForAll()
  @Html()
  async show(@Context() context: PageContext) {
    const [counts]: { all: number; online: number }[] = await this.platform.database.query(
      'SELECT count(*)::int AS all, (count(*) FILTER (WHERE online))::int AS online FROM catalogue.procedure',
    );
    return renderPage(<HomePage context={context} all={counts?.all ?? 0} online={counts?.online ?? 0} />);
  }
}
