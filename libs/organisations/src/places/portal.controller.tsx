import { Controller, Get, Query } from '@nestjs/common';
import { Context, Html, type PageContext, renderPage, WhoMay } from '#lib/web';
import { FormerPlacesPage } from './former-places-page.js';
import { places } from './places.js';

/** What a commune on older papers is today. */
@Controller('places')
export class PlacesController {
  @Get()
  @WhoMay('anyone')
  @Html()
  search(@Context() context: PageContext, @Query('q') words: unknown): string {
    const sought = typeof words === 'string' ? words.trim().slice(0, 100) : '';
    const found = sought === '' ? [] : places.history().searchFormer(sought);
    return renderPage(<FormerPlacesPage context={context} sought={sought} found={found} />);
  }
}
