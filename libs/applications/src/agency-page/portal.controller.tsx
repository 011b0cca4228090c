import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { proceduresHandledBy } from '#lib/catalogue';
import {
  agenciesOf,
  agencyWithCode,
  officeHoursOf,
  places,
  searchAgencies,
  superiorAgency,
} from '#lib/organisations';
import { Platform, Refusal } from '#lib/platform';
import { Context, Html, type PageContext, renderPage, SameForAll, sendPage, WhoMay } from '#lib/web';
import { AgenciesPage } from './agencies-page.js';
import { agencyFigures } from './agency-figures.js';
import { AgencyPage } from './agency-page.js';

/** The agencies as anybody sees them: where they are, when they are open, what is filed there, how they handle it. */
@Controller('agencies')
export class AgenciesController {
  constructor(private readonly platform: Platform) {}

  /** `q`: words of a name; `province`: its agencies and those of its communes. Without either the ways to them. */
  @Get()
  @WhoMay('anyone')
  @SameForAll()
  async list(
    @Context() context: PageContext,
    @Query('q') q: unknown,
    @Query('province') province: unknown,
    @Res() reply: FastifyReply,
  ) {
    const { manager } = this.platform.database;
    const words = typeof q === 'string' ? q.normalize('NFC').trim().slice(0, 200) : '';
    const place = places.allProvinces().find(({ code }) => code === province);
    if (words === '' && !place && province !== undefined) throw new Refusal('not-found', 404);
    return sendPage(
      reply,
      <AgenciesPage
        context={context}
        words={words}
        found={words === '' ? [] : await searchAgencies(manager, words)}
        province={place}
        agencies={await agenciesOf(manager, place ? { provinceCode: place.code } : { level: 'ministry' })}
      />,
    );
  }

  /** An agency in office, by its identification code; refuses any other ('not-found', 404). */
  @Get(':unitCode')
  @WhoMay('anyone')
  @SameForAll()
  @Html()
  async show(@Context() context: PageContext, @Param('unitCode') unitCode: string) {
    const { manager } = this.platform.database;
    const agency = /^[\w.]+$/.test(unitCode) ? await agencyWithCode(manager, unitCode) : undefined;
    if (!agency) throw new Refusal('not-found', 404);
    const now = this.platform.clock.now();
    return renderPage(
      <AgencyPage
        context={context}
        agency={agency}
        above={await superiorAgency(manager, agency)}
        hours={await officeHoursOf(manager, agency.id, now)}
        figures={await agencyFigures(manager, agency.id, now)}
        procedures={await proceduresHandledBy(manager, agency, now)}
      />,
    );
  }
}
