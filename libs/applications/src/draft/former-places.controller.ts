import { Controller, Get, Header, Param } from '@nestjs/common';
import { communesNow, formerUnits, wholeName } from '#lib/organisations';
import { Refusal } from '#lib/platform';
import { WhoMay } from '#lib/web';

/** What stood in a province or district before 1 July 2025, and what a commune or such a district is now. */
@Controller('api/former-places')
export class FormerPlacesController {
  @Get(':code')
  @WhoMay('anyone')
  @Header('cache-control', 'public, max-age=86400')
  show(@Param('code') code: string) {
    const place = formerUnits().find(code);
    if (!place) throw new Refusal('not-found', 404);
    const below = formerUnits().below(code);
    const now = below.length > 0 ? [] : communesNow(place);
    return {
      below: below.map(({ code: part, name, nameEn }) => ({ code: part, name, nameEn })),
      now: now.map((each) => ({
        code: each.code,
        name: wholeName(each, 'vi'),
        nameEn: wholeName(each, 'en'),
      })),
    };
  }
}
