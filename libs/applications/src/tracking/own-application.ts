import type { Tx } from '#lib/platform';
import { Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';

/** A citizen's own application. Somebody else's does not exist for them (`not-found`, 404). */
export async function ownApplication(tx: Tx, principal: Principal, id: string): Promise<Application> {
  const application = await tx.getRepository(Application).findOneBy({ id, personId: principal.id });
  if (!application) throw new Refusal('not-found', 404);
  return application;
}
