import { Controller, Get } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { NoticesPage } from './notices-page.js';
import { readNotices, withNoticeWords } from './read-notices.js';

/** What officers are told of deadlines. */
@Controller('notices')
export class NoticesController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() officer: Principal) {
    const { manager } = this.platform.database;
    const notices = await withNoticeWords(
      manager,
      await readNotices(manager, officer, this.platform.clock.now()),
    );
    return renderPage(<NoticesPage context={context} notices={notices} />);
  }
}
