import { CreateCatalogue1795400000004 } from './migrations/create-catalogue.js';
import { KeepSearchTerms1795400003260 } from './migrations/keep-search-terms.js';
import { KeepWhatListsRead1795400003660 } from './migrations/keep-what-lists-read.js';
import { LetRevisionsEnd1795400003140 } from './migrations/let-revisions-end.js';
import { LetTheWorkerPublish1795400003190 } from './migrations/let-the-worker-publish.js';
import { PublishWhatWasDesigned1795400003430 } from './migrations/publish-what-was-designed.js';
import { ReviewImports1795400003450 } from './migrations/review-imports.js';
import { RowChange } from './import-review/row-change.entity.js';
import { Procedure } from './procedure/procedure.entity.js';
import { Revision } from './revision/revision.entity.js';
import { Withdrawal } from './withdrawal/withdrawal.entity.js';

export * from './search/fields-of-government.js';
export * from './search/find-procedures.js';
export { checkChildren } from './definition/check-children.js';
export * from './definition/check-definition.js';
export type { ChildDefinition, OpenedWith } from './definition/child-definition.js';
export * from './definition/check-officers.js';
export { definitionYaml } from './definition/definition-yaml.js';
export type { Finding } from './definition/finding.js';
export * from './definition/findings/definition-finding-words.js';
export { deadlineCaseOf, deadlineRuleOf } from './definition/deadline-case.js';
export { type Fee, feeFor } from './definition/fee.js';
export * from './definition/load-definitions.js';
export { serviceSchema } from './definition/service-schema.js';
export { plainResult, type ResultFact, type ResultRow } from './definition/result-template.js';
export * from './definition/service-definition.js';
export { unreadable } from './definition/unreadable.js';
export { readWritten, type Written } from './definition/read-written.js';
export * from './definition/standard-definition.js';
export * from './definition/walkable-services.js';
export { shippedExamples } from './example/shipped-examples.js';
export { checkReport } from './example/check-report.js';
export { walkForm } from './example/walk-form.js';
export { correctableFields, wrongEntries } from './linked/correction-pages.js';
export { linkedDefinition, linkKindOf } from './linked/linked-definition.js';
export { linkKinds, type LinkKind, linkedTemplate } from './linked/linked-template.js';
export { printReport } from './import/import-report.js';
export { type FlagCode, flagMeanings } from './import/procedure-facts.js';
export * from './import-review/decide-changes.js';
export { factLines } from './import-review/fact-lines.js';
export * from './import-review/find-changes.js';
export { type RowPart, rowPartNames } from './import-review/parts-changed.js';
export * from './import-review/propose-changes.js';
export { RowChange } from './import-review/row-change.entity.js';
export { ministryName } from './procedure/page/ministry-name.js';
export { CataloguePortalModule } from './pages/catalogue-portal.module.js';
export * from './procedure/doubtful-procedures.js';
export * from './procedure/import-procedures.js';
export * from './procedure/procedure.entity.js';
export * from './procedure/seed-procedures.js';
export { digestOf, publishRevision } from './revision/publish-revision.js';
export * from './revision/publish-designed.js';
export * from './revision/findings-in.js';
export * from './procedure/follow-revisions.js';
export * from './revision/revision.entity.js';
export * from './revision/revisions-of.js';
export { designedInForce } from './revision/designed-in-force.js';
export { ownDefinition } from './revision/own-definition.js';
export { isKnownField } from './procedure/defined-procedures.js';
export { previewProcedure } from './procedure/preview-procedure.js';
export { type HandledProcedure, proceduresHandledBy } from './procedure/handled-by.js';
export { findProcedure, knownProcedure } from './procedure/find-procedure.js';
export { procedureCode } from './procedure/procedure-code.js';
export * from './revision/revision-by-id.js';
export * from './revision/revision-in-force.js';
export * from './revision/standing-of.js';
export * from './revision/changes/change-words.js';
export * from './revision/changes/compare-revisions.js';
export * from './withdrawal/read-withdrawal.js';
export * from './withdrawal/refuse-what-is-not-filed.js';
export * from './withdrawal/withdraw-procedure.js';
export * from './withdrawal/withdrawal.entity.js';
export { definedFee } from './words/fee-words.js';
export { definedTime } from './words/defined-time.js';
export { shortTitle } from './words/short-title.js';
export type { FoundPage as FoundProcedures } from './search/found-procedures.js';
export { moneyWords } from './words/money-words.js';

export const catalogueEntities = [Procedure, Revision, RowChange, Withdrawal];
export const catalogueMigrations = [
  CreateCatalogue1795400000004,
  LetRevisionsEnd1795400003140,
  LetTheWorkerPublish1795400003190,
  KeepSearchTerms1795400003260,
  PublishWhatWasDesigned1795400003430,
  ReviewImports1795400003450,
  KeepWhatListsRead1795400003660,
];
