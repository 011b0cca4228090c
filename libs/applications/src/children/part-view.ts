import { revisionById, type ServiceDefinition } from '#lib/catalogue';
import { type Agency, agencyById } from '#lib/organisations';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { Application } from '../application/application.entity.js';
import { openCase } from '../case-file/read-case.js';
import { childOf } from './child.js';
import { type Part, readParts } from './read-parts.js';

/** An application that belongs to another, as a page names it. */
export interface Linked {
  application: Application;
  definition: ServiceDefinition;
  agency: Agency;
  /** Whether the reader may open it. */
  mayOpen: boolean;
}

export interface PartView {
  part: Part;
  linked: Linked | undefined;
}

/** How an application and others belong together. */
export interface Belonging {
  parts: PartView[];
  /** The whole it is a part of. */
  whole: Linked | undefined;
  /** The title of the part whose result it is to undo. */
  undoes: ServiceDefinition['title'] | undefined;
}

type MayOpen = (application: Application) => Promise<boolean>;

/** What the citizen whose application it is sees: everything. */
export function belongingForCitizen(
  tx: Tx,
  platform: Platform,
  application: Application,
): Promise<Belonging> {
  return belonging(tx, platform, application, async () => true);
}

/** What an officer sees: that the others are there, how far they are, and a link to those they may open. */
export function belongingForOfficer(
  tx: Tx,
  platform: Platform,
  application: Application,
  officer: Principal,
): Promise<Belonging> {
  return belonging(tx, platform, application, ({ id }) =>
    openCase(tx, officer, id).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal) return false;
        throw error;
      },
    ),
  );
}

async function belonging(
  tx: Tx,
  platform: Platform,
  application: Application,
  mayOpen: MayOpen,
): Promise<Belonging> {
  const linked = async (one: Application): Promise<Linked> => ({
    application: one,
    definition: (await revisionById(tx, one.revisionId)).definition,
    agency: await agencyById(tx, one.agencyId),
    mayOpen: await mayOpen(one),
  });
  const views: PartView[] = [];
  for (const part of (await readParts(tx, platform, application)).parts)
    views.push({ part, linked: part.application && (await linked(part.application)) });
  const child = await childOf(tx, application.id);
  const whole =
    child && (await linked(await tx.getRepository(Application).findOneByOrFail({ id: child.parentId })));
  const part = child?.undoes ? whole?.definition.children?.find(({ id }) => id === child.part) : undefined;
  return { parts: views, whole, undoes: part?.title };
}
