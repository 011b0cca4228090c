import { type AgenciesMeant, rolesHeld } from '#lib/organisations';
import type { Tx } from '#lib/platform';
import { rolesNamed } from '#lib/workflow';
import type { Finding } from './finding.js';
import type { ServiceDefinition } from './service-definition.js';

/**
 * Roles of the workflow that nobody holds at any agency the procedure goes to: its applications would wait there for ever.
 * Not part of `checkDefinition`, which is pure: whoever publishes by hand asks both.
 */
export async function checkOfficers(tx: Tx, definition: ServiceDefinition, now: Date): Promise<Finding[]> {
  const { authority, body = 'committee', ministry, workflow } = definition;
  // What is about another application goes wherever that one is.
  if (authority === 'linked') return [];
  const agencies: AgenciesMeant =
    authority === 'ministry' ? { level: authority, body: authority, ministry } : { level: authority, body };
  const held: ReadonlySet<string> = await rolesHeld(tx, agencies, now);
  return rolesNamed(workflow)
    .filter(({ role, relation }) => relation === undefined && !held.has(role))
    .map(({ role, path }) => ({
      path: `workflow.${path}`,
      code: 'role-without-officers',
      facts: { role, agency: ministry ?? `${authority}/${body}` },
    }));
}
