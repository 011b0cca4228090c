import { CreateCatalogue1795400000004 } from './migrations/create-catalogue.js';
import { Procedure } from './procedure/procedure.entity.js';
import { Revision } from './revision/revision.entity.js';

export * from './search/find-procedures.js';
export * from './definition/check-definition.js';
export * from './definition/check-officers.js';
export type { Finding } from './definition/finding.js';
export { type Fee, feeFor } from './definition/fee.js';
export * from './definition/load-definitions.js';
export { plainResult, type ResultFact, type ResultRow } from './definition/result-template.js';
export * from './definition/service-definition.js';
export { readWritten, type Written } from './definition/read-written.js';
export * from './definition/standard-definition.js';
export * from './definition/walkable-services.js';
export { printReport } from './import/import-report.js';
export { CataloguePortalModule } from './pages/catalogue-portal.module.js';
export * from './procedure/import-procedures.js';
export * from './procedure/procedure.entity.js';
export * from './procedure/seed-procedures.js';
export * from './revision/publish-revision.js';
export * from './revision/revision.entity.js';
export * from './revision/revision-in-force.js';
export { definedFee } from './words/fee-words.js';
export { moneyWords } from './words/money-words.js';

export const catalogueEntities = [Procedure, Revision];
export const catalogueMigrations = [CreateCatalogue1795400000004];
