import { representedBehind } from '#lib/identity';
import { Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import { readableApplication } from '../tracking/own-application.js';

/**
 * Whether somebody who reads an application may complain about it: whoever filed it, and the person it was filed for; not
 * who reads it for an organisation.
 */
export async function mayComplain(
  tx: Tx,
  { id }: Pick<Principal, 'id'>,
  { personId, onBehalfOf }: Pick<Application, 'personId' | 'onBehalfOf'>,
): Promise<boolean> {
  if (personId === id) return true;
  return onBehalfOf !== null && (await representedBehind(tx, onBehalfOf)).personId === id;
}

/** An application that somebody may complain about; one they may not does not exist for them (`not-found`, 404). */
export async function complainable(tx: Tx, principal: Principal, id: string): Promise<Application> {
  const { application } = await readableApplication(tx, principal, id);
  if (!(await mayComplain(tx, principal, application))) throw new Refusal('not-found', 404);
  return application;
}

/** Whether a citizen may open an application. */
export function isReadableTo(
  tx: Tx,
  principal: Principal,
): (of: Pick<Application, 'id'>) => Promise<boolean> {
  return ({ id }) =>
    readableApplication(tx, principal, id).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false;
        throw error;
      },
    );
}
