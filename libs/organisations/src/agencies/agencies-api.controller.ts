import { Controller, Get, Query } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { Platform } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { agencyFacts } from './agency-facts.js';
import { searchAgencies } from './search-agencies.js';

class AgencySearchForm {
  @IsString() @MaxLength(100) words!: string;
}

/** For other systems: which agencies there are. */
@Controller('api/agencies')
@WhoMay('system')
export class AgenciesApiController {
  constructor(private readonly platform: Platform) {}

  @Get()
  async search(@Query() { words }: AgencySearchForm) {
    const agencies = await searchAgencies(this.platform.database.manager, words);
    return { agencies: agencies.map(agencyFacts) };
  }
}
