import { Controller, Get, Header, Param } from '@nestjs/common';
import { places } from '#lib/organisations';
import { Refusal } from '#lib/platform';
import { WhoMay } from '#lib/web';

/** The communes of a province, for the drop-down beside that of the provinces. */
@Controller('api/provinces')
export class CommunesController {
  @Get(':code/communes')
  @WhoMay('anyone')
  @Header('cache-control', 'public, max-age=86400')
  list(@Param('code') province: string) {
    const communes = places.communesOf(province);
    if (communes.length === 0) throw new Refusal('not-found', 404);
    return communes.map(({ code, name, nameEn }) => ({ code, name, nameEn }));
  }
}
