import { type DynamicModule, Module } from '@nestjs/common';
import { DocumentsPortalModule } from '#lib/documents';
import { RegistriesModule } from '#lib/registries';
import { AgenciesController } from './agency-page/portal.controller.js';
import { Application } from './application/application.entity.js';
import { ConfirmationController } from './confirmation/confirmation.controller.js';
import { CitizenActController } from './citizen-act/portal.controller.js';
import { deskControllers } from './case-file/controllers.js';
import { draftPortalControllers } from './draft/controllers.js';
import { MessagesController } from './conversation/portal.controller.js';
import { ApologyController } from './deadline/portal.controller.js';
import { Draft } from './draft/draft.entity.js';
import { FollowController } from './following/follow.controller.js';
import { RemediesController } from './link/remedies.controller.js';
import { CreateApplications1795400000008 } from './migrations/create-applications.js';
import { FollowWithoutSignIn1795400002600 } from './migrations/follow-without-sign-in.js';
import { IssueResults1795400003003 } from './migrations/issue-results.js';
import { OpenParts1795400003000 } from './migrations/open-parts.js';
import { LetCommonActsChange1795400002400 } from './migrations/let-common-acts-change.js';
import { FileForOthers1795400001430 } from './migrations/file-for-others.js';
import { KeepWhatIsWritten1795400002610 } from './migrations/keep-what-is-written.js';
import { KeepRatings1795400002620 } from './migrations/keep-ratings.js';
import { CarryEffects1795400002401 } from './migrations/carry-effects.js';
import { ConsultAgencies1795400002810 } from './migrations/consult-agencies.js';
import { KeepQueuesNarrow1795400003170 } from './migrations/keep-queues-narrow.js';
import { LetMigrationsMoveAnswers1795400003141 } from './migrations/let-migrations-move-answers.js';
import { KeepDeadlines1795400002510 } from './migrations/keep-deadlines.js';
import { FindTransfers1795400003110 } from './migrations/find-transfers.js';
import { ActOnMany1795400003120 } from './migrations/act-on-many.js';
import { AssignApplications1795400003100 } from './migrations/assign-applications.js';
import { KeepSuspensions1795400001210 } from './migrations/keep-suspensions.js';
import { KeepDeadlineCases1795400003360 } from './migrations/keep-deadline-cases.js';
import { LinkApplications1795400003050 } from './migrations/link-applications.js';
import { RatingController } from './rating/portal.controller.js';
import { SubmissionController } from './submission/portal.controller.js';
import { AssistedSupplementController } from './supplement/assisted/portal.controller.js';
import { LetHelpersSupplement1795400003302 } from './migrations/let-helpers-supplement.js';
import { SupplementController } from './supplement/portal.controller.js';
import { TrackingController } from './tracking/portal.controller.js';
import { WithdrawalController } from './tracking/withdrawal.controller.js';

export { dayIn } from './deadline/day-in.js';
export { previewForm } from './preview/preview-form.js';
export * from './own-record/application-names.js';
export * from './own-record/official-acts.js';
export * from './own-record/own-record.js';
export * from './outbox/relay-outbox.js';
export * from './outbox/tasks.js';
export { stuckFor } from './stuck/stuck-for.js';
export * from './migration/migrate-applications.js';
export { readMapping } from './migration/read-mapping.js';
export { previewRecount, recountDeadlines } from './recount/recount-deadlines.js';
export * from './succession/count-open.js';
export * from './succession/hand-over.js';
export { type EngineWalk, walkThroughEngine } from './walk/walk-through-engine.js';

export const applicationsEntities = [Draft, Application];
export const applicationsMigrations = [
  CreateApplications1795400000008,
  KeepSuspensions1795400001210,
  FileForOthers1795400001430,
  FollowWithoutSignIn1795400002600,
  KeepWhatIsWritten1795400002610,
  KeepRatings1795400002620,
  LetCommonActsChange1795400002400,
  KeepDeadlines1795400002510,
  ConsultAgencies1795400002810,
  CarryEffects1795400002401,
  OpenParts1795400003000,
  IssueResults1795400003003,
  LetMigrationsMoveAnswers1795400003141,
  KeepQueuesNarrow1795400003170,
  AssignApplications1795400003100,
  LinkApplications1795400003050,
  FindTransfers1795400003110,
  ActOnMany1795400003120,
  LetHelpersSupplement1795400003302,
  KeepDeadlineCases1795400003360,
];

/** Applying and following, for citizens. `registries` provides the population register, which drafts are filled from. */
@Module({})
export class ApplicationsPortalModule {
  static with(platform: DynamicModule, registries = RegistriesModule.with(platform)): DynamicModule {
    return {
      module: ApplicationsPortalModule,
      imports: [platform, registries, DocumentsPortalModule.with(platform)],
      controllers: [
        ...draftPortalControllers,
        SubmissionController,
        ConfirmationController,
        TrackingController,
        WithdrawalController,
        CitizenActController,
        FollowController,
        MessagesController,
        RatingController,
        SupplementController,
        AssistedSupplementController,
        ApologyController,
        RemediesController,
        AgenciesController,
      ],
    };
  }
}

/** Handling, for officers. */
@Module({})
export class ApplicationsDeskModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: ApplicationsDeskModule, imports: [platform], controllers: deskControllers };
  }
}
