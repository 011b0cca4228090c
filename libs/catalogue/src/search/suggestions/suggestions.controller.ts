import { Controller, Get, Header, Query } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { Context, type PageContext, WhoMay } from '#lib/web';
import { shortTitle } from '../../words/short-title.js';
import { findProcedures } from '../find-procedures.js';
import { readListQuery } from '../list-query.js';

const mostSuggested = 6;

/** What somebody may be about to ask for, while they type. */
@Controller('procedures/suggestions')
export class SuggestionsController {
  constructor(private readonly platform: Platform) {}

  /** `[{ text, href }]`, the best first; the same for everybody who reads the same language. */
  @Get()
  @WhoMay('anyone')
  @Header('cache-control', 'public, max-age=300')
  @Header('vary', 'accept-language, cookie')
  async suggest(@Context() { language }: PageContext, @Query() asked: Record<string, unknown>) {
    const { words } = readListQuery(asked, { fields: [], events: [] });
    if (words.length < 2) return [];
    const { found } = await findProcedures(
      this.platform.database.manager,
      { words },
      { page: 1, size: mostSuggested },
    );
    return found.map(({ code, title, definition }) => ({
      text: shortTitle(definition?.title[language] ?? title),
      href: `/procedures/${code}`,
    }));
  }
}
