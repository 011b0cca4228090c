import { idNumberIndexOf } from '#lib/identity';
import { isOwnOrHousehold } from '#lib/organisations';
import { Refusal, type Tx } from '#lib/platform';
import type { Application } from '../application/application.entity.js';

/**
 * Nobody handles their own application or that of their household: refuses the officer 'own-matter' (403). Who an
 * officer and their household are is what was noted of them (`noteOfficerIdentity`).
 */
export async function refuseOwnMatter(
  tx: Tx,
  officerId: string,
  { personId }: Pick<Application, 'personId'>,
): Promise<void> {
  if (await isOwnOrHousehold(tx, officerId, await idNumberIndexOf(tx, personId)))
    throw new Refusal('own-matter', 403);
}
