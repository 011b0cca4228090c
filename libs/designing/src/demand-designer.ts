import { Refusal } from '#lib/platform';
import type { Principal } from '#lib/web';

/** The room is open to whoever holds the role of a service designer, at any agency; to anybody else it does not exist. */
export function demandDesigner({ roles }: Principal): void {
  if (!roles.some(({ role }) => role === 'designer')) throw new Refusal('not-found', 404);
}
