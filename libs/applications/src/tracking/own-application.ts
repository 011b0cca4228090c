import { mandatesOver, refuseEndedMandate } from '#lib/identity';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';

/** An application that a citizen filed. Somebody else's does not exist for them (`not-found`, 404). */
export async function ownApplication(
  tx: Tx,
  principal: Pick<Principal, 'id'>,
  id: string,
): Promise<Application> {
  const application = await tx.getRepository(Application).findOneBy({ id, personId: principal.id });
  if (!application) throw new Refusal('not-found', 404);
  return application;
}

/**
 * The same, to act on it: what was filed for somebody else goes on only while its mandate does. Refuses like
 * `ownApplication` and `refuseEndedMandate`.
 */
export async function applicationToActOn(
  tx: Tx,
  platform: Platform,
  principal: Pick<Principal, 'id'>,
  id: string,
): Promise<Application> {
  const application = await ownApplication(tx, principal, id);
  if (application.onBehalfOf && application.representedBy === principal.id)
    await refuseEndedMandate(tx, platform, application.onBehalfOf);
  return application;
}

/** An application that a citizen filed, or that was filed for them: theirs to read. Refuses like `ownApplication`. */
export async function readableApplication(
  tx: Tx,
  principal: Principal,
  id: string,
): Promise<{ application: Application; mine: boolean }> {
  const application = await tx.getRepository(Application).findOneBy({ id });
  const mine = application?.personId === principal.id;
  if (!application || !(mine || (await isFor(tx, principal, application))))
    throw new Refusal('not-found', 404);
  return { application, mine };
}

async function isFor(tx: Tx, { id }: Principal, { onBehalfOf }: Application): Promise<boolean> {
  return onBehalfOf !== null && (await mandatesOver(tx, id)).includes(onBehalfOf);
}
