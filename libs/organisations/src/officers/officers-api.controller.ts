import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { defineRefusalTexts, Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { WhoMay } from '#lib/web';
import { Agency } from '../agencies/agency.entity.js';
import { noteOfficerIdentity } from '../officer-identity/note-officer-identity.js';
import { appointedMonths, appointOfficer } from './appoint-officer.js';
import { listOfficers } from './list-officers.js';
import { monthsLater } from './months-later.js';
import { newStaffNumber } from './new-staff-number.js';
import { OfficerForm } from './officer.form.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi, en, fr });

/** For the system that manages the civil service: who the officers are, and new ones. */
@Controller('api/officers')
@WhoMay('system')
export class OfficersApiController {
  constructor(private readonly platform: Platform) {}

  @Get()
  async list() {
    const { database, clock } = this.platform;
    return { officers: await listOfficers(database.manager, clock.now()) };
  }

  /** Refuses 'agency-not-said' (400) and 'agency-not-found' (404). */
  @Post()
  appoint(@Body() form: OfficerForm) {
    const { database, clock, config } = this.platform;
    return transaction(database, async (tx) => {
      const at = clock.now();
      const agency = await agencyOf(tx, form);
      const { id, staffNumber, fullName } = await appointOfficer(tx, {
        staffNumber: await newStaffNumber(tx, agency.unitCode),
        fullName: form.name.normalize('NFC').trim(),
        role: form.role,
        agencyId: agency.id,
        at,
        until: monthsLater(at, appointedMonths),
      });
      const { idNumber, household = [] } = form;
      if (idNumber !== undefined)
        await noteOfficerIdentity(tx, config.secrets, { officerId: id, at }, { idNumber, household });
      return { id, staffNumber, fullName };
    });
  }
}

async function agencyOf(tx: Tx, { agencyCode, communeCode }: OfficerForm): Promise<Agency> {
  if ((agencyCode === undefined) === (communeCode === undefined)) throw new Refusal('agency-not-said', 400);
  const named = agencyCode !== undefined ? { unitCode: agencyCode } : { communeCode: String(communeCode) };
  const agency = await tx.getRepository(Agency).findOneBy({ ...named, validUntil: IsNull() });
  if (!agency) throw new Refusal('agency-not-found', 404);
  return agency;
}
