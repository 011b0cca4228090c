import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Param } from '@nestjs/common';
import { Platform, Refusal, transaction, type Tx } from '#lib/platform';
import { WhoMay } from '#lib/web';
import type { AccessEntry } from './access-entry.entity.js';
import { Person } from './person.entity.js';
import { personAnswer } from './person-answer.js';
import { readAccessHeader } from './read-access-header.js';
import { recordAccess } from './record-access.js';

type Question = Exclude<AccessEntry['question'], 'enterprise'>;

/** The population register as other systems ask it. Every question is written down, answered or not. */
@Controller('api/population/people')
@WhoMay('system')
export class PopulationController {
  constructor(private readonly platform: Platform) {}

  @Get(':idNumber')
  async person(@Param('idNumber') idNumber: string, @Headers() headers: IncomingHttpHeaders) {
    const { person } = await this.lookUp('person', idNumber, headers);
    return personAnswer(person);
  }

  @Get(':idNumber/household')
  async household(@Param('idNumber') idNumber: string, @Headers() headers: IncomingHttpHeaders) {
    const { members } = await this.lookUp('household', idNumber, headers);
    return {
      members: members.map((member) => ({ ...personAnswer(member), relationship: member.relationship })),
    };
  }

  private async lookUp(question: Question, idNumber: string, headers: IncomingHttpHeaders) {
    const { caller, purpose } = readAccessHeader(headers);
    const found = await transaction(this.platform.database, async (tx) => {
      const result = await find(tx, question, idNumber);
      const at = this.platform.clock.now();
      await recordAccess(tx, { at, caller, purpose, question, about: idNumber, found: result !== undefined });
      return result;
    });
    if (!found) throw new Refusal('person-not-found', 404);
    return found;
  }
}

async function find(tx: Tx, question: Question, idNumber: string) {
  const people = tx.getRepository(Person);
  const person = await people.findOneBy({ idNumber });
  if (!person) return undefined;
  if (question === 'person') return { person, members: [] };
  const members = await people.find({ where: { household: person.household }, order: { position: 'ASC' } });
  return { person, members };
}
