import { idNumberIndexOf, representedBehind } from '#lib/identity';
import { isOwnOrHousehold } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

/**
 * Nobody handles their own application or that of their household, nor one filed for one of them: refuses the officer 'own-matter' (403). Who an
 * officer and their household are is what was noted of them (`noteOfficerIdentity`).
 */
export async function refuseOwnMatter(
  tx: Tx,
  officerId: string,
  { personId, onBehalfOf }: Pick<Application, 'personId' | 'onBehalfOf'>,
): Promise<void> {
  const represented = onBehalfOf ? (await representedBehind(tx, onBehalfOf)).index : null;
  const concerned = [await idNumberIndexOf(tx, personId), ...(represented === null ? [] : [represented])];
  for (const index of concerned)
    if (await isOwnOrHousehold(tx, officerId, index)) throw new Refusal('own-matter', 403);
}
