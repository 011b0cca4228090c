import { organisationsEntities, organisationsMigrations } from '#lib/organisations';
import { CreateRoles1795400000000 } from './create-roles.js';

/** Every table of the portal: the entities and migrations of all libs. */
export const entities = [...organisationsEntities];
export const migrations = [CreateRoles1795400000000, ...organisationsMigrations];
