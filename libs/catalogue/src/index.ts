import { CreateCatalogue1795400000004 } from './migrations/create-catalogue.js';
import { Revision } from './revision/revision.entity.js';

export * from './definition/check-definition.js';
export * from './definition/load-definitions.js';
export * from './definition/service-definition.js';
export * from './definition/standard-definition.js';
export * from './revision/publish-revision.js';
export * from './revision/revision.entity.js';
export * from './revision/revision-in-force.js';

export const catalogueEntities = [Revision];
export const catalogueMigrations = [CreateCatalogue1795400000004];
