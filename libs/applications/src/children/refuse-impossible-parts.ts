import { revisionInForce, type ServiceDefinition } from '#lib/catalogue';
import { type Answers, checkAnswers, holds } from '#lib/forms';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { formContext } from '../draft/form-context.js';
import { responsibleAgency } from '../submission/responsible-agency.js';
import { childAnswers } from './child-statement.js';
import './texts.js';

/**
 * Lets nobody sign what could not be passed on: each part must be complete, and some agency responsible for it.
 * Refuses `part-incomplete` (409) and `no-responsible-agency` (422).
 */
export async function refuseImpossibleParts(
  tx: Tx,
  platform: Platform,
  { children = [] }: ServiceDefinition,
  answers: Answers,
): Promise<void> {
  for (const part of children.filter(({ when }) => !when || holds(when, answers))) {
    const { definition } = await revisionInForce(tx, part.code, platform.clock.now());
    const given = childAnswers(definition.form, part, answers);
    if (checkAnswers(definition.form, given, formContext(platform)).errors.length > 0)
      throw new Refusal('part-incomplete', 409);
    await responsibleAgency(tx, definition, given);
  }
}
