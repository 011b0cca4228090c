import { idNumberIndexOf, representedBehind } from '#lib/identity';
import { isOwnOrHousehold } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

type Matter = Pick<Application, 'personId' | 'onBehalfOf'>;

/**
 * Nobody handles their own application or that of their household, nor one filed for one of them: refuses the officer 'own-matter' (403). Who an
 * officer and their household are is what was noted of them (`noteOfficerIdentity`).
 */
export async function refuseOwnMatter(tx: Tx, officerId: string, matter: Matter): Promise<void> {
  for (const index of await whomItConcerns(tx, matter))
    if (await isOwnOrHousehold(tx, officerId, index)) throw new Refusal('own-matter', 403);
}

/** The blind indexes of those whose matter an application is: the applicant, and whom it was filed for. */
export async function whomItConcerns(tx: Tx, { personId, onBehalfOf }: Matter): Promise<string[]> {
  const represented = onBehalfOf ? (await representedBehind(tx, onBehalfOf)).index : null;
  return [await idNumberIndexOf(tx, personId), ...(represented === null ? [] : [represented])];
}
