import { revisionById } from '#lib/catalogue';
import { type Agency, agencyById } from '#lib/organisations';
import type { Localised, LocalisedName, Platform, Tx } from '#lib/platform';
import { Application } from '../application/application.entity.js';
import { readEvents } from '../application/read-events.js';
import { linkOf, type Link } from './link.js';
import { type Remedy, remediesOf } from './remedies.js';

/** What an application, or the draft of one, is about. */
export interface About {
  link: Link;
  number: string;
  /** Of the procedure. */
  title: LocalisedName;
  /** Which has it. */
  agency: Agency;
  /** The act complained about: what was done, and when; undefined for lateness, and for a correction. */
  act: { past: Localised; at: Date } | undefined;
  /** What is filed, as far as it can be filed now. */
  remedy: Remedy | undefined;
}

/** What the application or draft of this id is about, in words; undefined for one that stands by itself. */
export async function readAbout(tx: Tx, platform: Platform, id: string): Promise<About | undefined> {
  const link = await linkOf(tx, id);
  if (!link) return undefined;
  const original = await tx.getRepository(Application).findOneByOrFail({ id: link.originalId });
  const { definition } = await revisionById(tx, original.revisionId);
  const events = await readEvents(tx, platform, original.id);
  const act = events.find(({ sequence }) => sequence === link.act);
  const remedies = remediesOf(original, events, platform.clock.now());
  return {
    link,
    number: original.number,
    title: definition.title,
    agency: await agencyById(tx, original.agencyId),
    act: act && { past: act.details.past, at: act.at },
    remedy: remedies.find(({ kind, act: of }) => kind === link.kind && of === link.act),
  };
}
