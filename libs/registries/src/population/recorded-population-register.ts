import type { OnModuleDestroy } from '@nestjs/common';
import { recordAccess } from '#lib/audit';
import { blindIndex, type Platform } from '#lib/platform';
import { PopulationRegister } from './population-register.js';
import type { HouseholdMember, RegisterPerson } from './register-person.js';

/**
 * The population register as this portal asks it: whoever's data comes back finds that on record, with what it was asked
 * for, whether they have an account now or later. What cannot be recorded is not told.
 */
export class RecordedPopulationRegister extends PopulationRegister implements OnModuleDestroy {
  constructor(
    private readonly register: PopulationRegister & Partial<OnModuleDestroy>,
    private readonly platform: Platform,
  ) {
    super();
  }

  async findPerson(idNumber: string, purpose: string, caseId?: string): Promise<RegisterPerson | undefined> {
    const found = await this.register.findPerson(idNumber, purpose);
    await this.record(found ? [found] : [], purpose, { idNumber, caseId });
    return found;
  }

  async household(idNumber: string, purpose: string, caseId?: string): Promise<HouseholdMember[]> {
    const members = await this.register.household(idNumber, purpose);
    await this.record(members, purpose, { idNumber, caseId });
    return members;
  }

  async onModuleDestroy(): Promise<void> {
    await this.register.onModuleDestroy?.();
  }

  /** The application is named to whom was asked about alone: to the others of a household it is somebody else's affair. */
  private record(
    people: RegisterPerson[],
    purpose: string,
    { idNumber: askedAbout, caseId }: { idNumber: string; caseId: string | undefined },
  ): Promise<void> {
    const { database, clock, config } = this.platform;
    const look = {
      at: clock.now(),
      actorKind: 'system' as const,
      actorId: null,
      agencyId: null,
      what: 'register-query' as const,
      // `prefill:1.001193` to the register, which keeps its own record.
      purpose: purpose.split(':')[0] ?? '',
      subjectPersonId: null,
    };
    return recordAccess(
      database.manager,
      people.map(({ idNumber }) => ({
        ...look,
        caseId: idNumber === askedAbout ? (caseId ?? null) : null,
        subjectIndex: blindIndex(config.secrets.blindIndexKey, idNumber),
      })),
    );
  }
}
