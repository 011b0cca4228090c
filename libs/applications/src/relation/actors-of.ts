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

/** What an officer is to an application, and in the name of which agency. */
export interface Standing {
  actor: OfficerActor;
  agencyId: string;
}

/**
 * What an officer is to an application: their roles at its agency, and at agencies it consults or the one above where
 * its workflow names such. Related agencies are looked for only then.
 */
export async function standingsOf(
  tx: Tx,
  officer: Pick<Principal, 'roles'>,
  application: Application,
): Promise<Standing[]> {
  const { definition } = await revisionById(tx, application.revisionId);
  const named = rolesNamed(definition.workflow);
  const at = (agencyIds: string[], suffix: string) =>
    officer.roles
      .filter(({ agencyId }) => agencyIds.includes(agencyId))
      .map(({ role, agencyId }) => ({ actor: `${role}${suffix}`, agencyId }));
  const all = at([application.agencyId], '');
  // One after the other: it may be a transaction, which is one connection.
  for (const relation of relations)
    if (named.some((one) => one.relation === relation))
      all.push(...at(await relatedAgencies[relation](tx, application), `@${relation}`));
  return officerActors.flatMap((actor) => {
    const standing = all.find((one) => one.actor === actor);
    return standing ? [{ actor, agencyId: standing.agencyId }] : [];
  });
}
