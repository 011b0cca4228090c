import { Controller, Get } from '@nestjs/common';
import { agencyById, type Agency } from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, type Principal, renderPage, Who, WhoMay } from '#lib/web';
import { RatingsPage } from './ratings-page.js';
import { readRatings } from './read-ratings.js';

/** What applicants thought of an agency, for its administrators. */
@Controller('ratings')
export class RatingsController {
  constructor(private readonly platform: Platform) {}

  @Get()
  @WhoMay('officer')
  @Html()
  async show(@Context() context: PageContext, @Who() { roles }: Principal) {
    const { manager } = this.platform.database;
    const administered = roles.filter(({ role }) => role === 'administrator').map(({ agencyId }) => agencyId);
    if (administered.length === 0) throw new Refusal('not-found', 404);
    const agencies: Agency[] = [];
    for (const id of new Set(administered)) agencies.push(await agencyById(manager, id));
    const ratings = await readRatings(manager, this.platform, [...new Set(administered)]);
    return renderPage(<RatingsPage context={context} agencies={agencies} ratings={ratings} />);
  }
}
