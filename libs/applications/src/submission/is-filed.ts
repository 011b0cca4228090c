import type { Platform } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';

/** Whether a draft of the citizen has become an application. */
export function isFiled(platform: Platform, principal: Principal, id: string): Promise<boolean> {
  return platform.database.getRepository(Application).existsBy({ id, personId: principal.id });
}
