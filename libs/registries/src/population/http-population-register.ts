import type { OnModuleDestroy } from '@nestjs/common';
import type { Answer, NationalSystem } from '../national-system/national-system.js';
import { PopulationRegister } from './population-register.js';
import { isHousehold, isPerson } from './register-answer.js';
import type { HouseholdMember, RegisterPerson } from './register-person.js';

/** The population register over HTTP. An answer about somebody else than was asked for is no answer. */
export class HttpPopulationRegister extends PopulationRegister implements OnModuleDestroy {
  constructor(private readonly system: NationalSystem) {
    super();
  }

  async findPerson(idNumber: string, purpose: string): Promise<RegisterPerson | undefined> {
    const answer = await this.ask(idNumber, '', purpose);
    if (saysUnknown(answer)) return undefined;
    if (answer.status === 200 && isPerson(answer.body) && answer.body.idNumber === idNumber)
      return answer.body;
    throw this.system.untrusted(answer);
  }

  async household(idNumber: string, purpose: string): Promise<HouseholdMember[]> {
    const answer = await this.ask(idNumber, '/household', purpose);
    if (saysUnknown(answer)) return [];
    if (answer.status === 200 && isHousehold(answer.body)) {
      const { members } = answer.body;
      if (members.some((member) => member.idNumber === idNumber)) return members;
    }
    throw this.system.untrusted(answer);
  }

  async onModuleDestroy(): Promise<void> {
    await this.system.close();
  }

  private ask(idNumber: string, part: '' | '/household', purpose: string): Promise<Answer> {
    return this.system.send({
      method: 'GET',
      path: `/api/population/people/${encodeURIComponent(idNumber)}${part}`,
      headers: { 'x-purpose': encodeURI(purpose) },
    });
  }
}

/** A 404 of the register itself, not of something else that listens at its address. */
function saysUnknown({ status, body }: Answer): boolean {
  return status === 404 && (body as { code?: unknown } | null)?.code === 'person-not-found';
}
