import { Controller, Get } from '@nestjs/common';
import { officerNames } from '#lib/organisations';
import { Platform } from '#lib/platform';
import { Context, Html, IdParam, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { historyOf } from './history-of.js';
import { HistoryPage } from './history-page.js';
import { readDraft } from './read-draft.js';

/** Everything that was ever done to a draft revision, and by whom. */
@Controller('design/drafts/:id/history')
export class DraftHistoryController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() designer: Principal, @IdParam() id: string) {
    const { manager } = this.platform.database;
    const now = await readDraft(manager, designer, id);
    const history = await historyOf(manager, id);
    const names = await officerNames(manager, [...new Set(history.map(({ by }) => by))]);
    return renderPage(<HistoryPage {...{ context, now, history, names }} />);
  }
}
