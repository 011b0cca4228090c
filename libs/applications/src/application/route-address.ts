import type { ServiceDefinition } from '#lib/catalogue';
import type { AddressAnswer, Answers } from '#lib/forms';
import type { Platform, Tx } from '#lib/platform';
import { readAnswers } from './answers.js';

/** The address that decided which agency an application went to; undefined where none did. */
export function routeAddress(
  { route }: Pick<ServiceDefinition, 'route'>,
  answers: Answers,
): AddressAnswer | undefined {
  const answer = route === undefined ? undefined : answers[route];
  return typeof answer === 'object' && answer !== null && 'commune' in answer
    ? (answer as AddressAnswer)
    : undefined;
}

/** The commune an application is about, as it was answered. */
export async function communeOf(
  tx: Tx,
  platform: Platform,
  applicationId: string,
  definition: ServiceDefinition,
): Promise<string | undefined> {
  if (definition.route === undefined) return undefined;
  return routeAddress(definition, await readAnswers(tx, platform, applicationId))?.commune;
}
