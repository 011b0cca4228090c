import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Param } from '@nestjs/common';
import { In } from 'typeorm';
import { Platform, Refusal, transaction } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { Person } from '../population/person.entity.js';
import { readAccessHeader } from '../population/read-access-header.js';
import { recordAccess } from '../population/record-access.js';
import { Enterprise } from './enterprise.entity.js';

/** The business register as other systems ask it. Every question is written down, answered or not. */
@Controller('api/business/enterprises')
@WhoMay('system')
export class BusinessController {
  constructor(private readonly platform: Platform) {}

  @Get(':taxCode')
  async enterprise(@Param('taxCode') taxCode: string, @Headers() headers: IncomingHttpHeaders) {
    const { caller, purpose } = readAccessHeader(headers);
    const { found, names } = await transaction(this.platform.database, async (tx) => {
      const enterprise = await tx.getRepository(Enterprise).findOneBy({ taxCode });
      const named = enterprise?.representatives.map(({ idNumber }) => idNumber) ?? [];
      const people = await tx.getRepository(Person).findBy({ idNumber: In(named) });
      await recordAccess(tx, {
        at: this.platform.clock.now(),
        caller,
        purpose,
        question: 'enterprise',
        about: taxCode,
        found: enterprise !== null,
      });
      return {
        found: enterprise,
        names: new Map(people.map(({ idNumber, fullName }) => [idNumber, fullName])),
      };
    });
    if (!found) throw new Refusal('enterprise-not-found', 404);
    const { name, kind, status, registeredOn, address, representatives } = found;
    return {
      taxCode,
      name,
      kind,
      status,
      registeredOn,
      address,
      representatives: representatives.map((each) => ({ ...each, fullName: names.get(each.idNumber) ?? '' })),
    };
  }
}
