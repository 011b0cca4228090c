import type { Platform, Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import type { Application } from '../application/application.entity.js';
import type { ApplicationEvent } from '../application/read-events.js';
import { type About, readAbout } from './about.js';
import { isReadableTo, mayComplain } from './may-complain.js';
import { type Linked, readLinked } from './linked-note.js';
import { remediesOf } from './remedies.js';

/** How an application hangs together with others, to a citizen. */
export interface LinkedIn {
  about: About | undefined;
  /** Where that can be read; undefined where the reader may not. */
  aboutHref: string | undefined;
  linked: Linked[];
  /** Whether there is something to file about it, or was. */
  remedies: boolean;
}

export async function linkedIn(
  tx: Tx,
  platform: Platform,
  { application, events }: { application: Application; events: ApplicationEvent[] },
  reader: Principal,
): Promise<LinkedIn> {
  const isReadable = isReadableTo(tx, reader);
  const about = await readAbout(tx, platform, application.id);
  const original = about?.link.originalId;
  const remedies = remediesOf(application, events, platform.clock.now());
  return {
    about,
    aboutHref: original && (await isReadable({ id: original })) ? `/applications/${original}` : undefined,
    linked: await readLinked(tx, application.id, isReadable),
    remedies: remedies.length > 0 && (await mayComplain(tx, reader, application)),
  };
}
