import { revisionById } from '#lib/catalogue';
import type { Tx } from '#lib/platform';
import type { Principal } from '#lib/web';
import { type Actor, type OfficerActor, officerActors, relations, rolesNamed } from '#lib/workflow';
import type { Application } from '../application/application.entity.js';
import { relatedAgencies } from './related-agencies.js';

/** What a citizen who may act on an application is to it. */
export function applicantActors(
  { onBehalfOf, representedBy }: Pick<Application, 'onBehalfOf' | 'representedBy'>,
  citizen: Pick<Principal, 'id'>,
): Actor[] {
  return onBehalfOf && representedBy === citizen.id ? ['representative'] : ['citizen'];
}

/**
 * What an officer is to an application: their roles at its agency, and at agencies it consults or the one above where
 * its workflow names such. Related agencies are looked for only then.
 */
export async function officerActorsOf(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  application: Application,
): Promise<OfficerActor[]> {
  const { definition } = await revisionById(tx, application.revisionId);
  const named = rolesNamed(definition.workflow);
  const held = (agencyIds: string[]) =>
    officer.roles.filter(({ agencyId }) => agencyIds.includes(agencyId)).map(({ role }) => role as string);
  const own = held([application.agencyId]);
  const related = await Promise.all(
    relations.map(async (relation) =>
      named.some((one) => one.relation === relation)
        ? held(await relatedAgencies[relation](tx, application)).map((role) => `${role}@${relation}`)
        : [],
    ),
  );
  const all = new Set([...own, ...related.flat()]);
  return officerActors.filter((actor) => all.has(actor));
}
