import type { ServiceDefinition } from '#lib/catalogue';
import type { AddressAnswer, Answers } from '#lib/forms';
import { type Agency, findAgency } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';

/**
 * The agency that an application goes to: the body the definition names, of the commune or province answered in its
 * route, or its ministry.
 * Refuses answers that lead nowhere (`no-responsible-agency`, 422).
 */
export async function responsibleAgency(
  tx: Tx,
  definition: ServiceDefinition,
  answers: Answers,
): Promise<Agency> {
  const agency = await findAgency(tx, addressOf(definition, answers));
  if (!agency) throw new Refusal('no-responsible-agency', 422);
  return agency;
}

function addressOf({ authority, body, route, ministry }: ServiceDefinition, answers: Answers) {
  if (authority === 'ministry') return { ministry };
  const place = route === undefined ? undefined : answers[route];
  if (typeof place === 'string') return { provinceCode: place, body };
  const address = place as AddressAnswer | undefined;
  return authority === 'commune'
    ? { communeCode: address?.commune, body }
    : { provinceCode: address?.province, body };
}
