import { AbsencesController } from '../absence/desk.controller.js';
import { AssignmentRulesController } from '../assignment/rules.controller.js';
import { AssignmentController } from '../assignment/desk.controller.js';
import { BatchController } from '../batch/desk.controller.js';
import { AskController } from '../consultation/ask.controller.js';
import { ConsultedController } from '../consultation/consulted.controller.js';
import { CaseWorkflowController } from '../case-workflow/desk.controller.js';
import { DeskMessagesController } from '../conversation/desk.controller.js';
import { ClockActsController } from '../deadline/desk.controller.js';
import { NoticesController } from '../deadline/notices.controller.js';
import { DeskActController } from '../desk-act/desk-act.controller.js';
import { OriginalController } from '../link/desk.controller.js';
import { NotesController } from '../note/desk.controller.js';
import { PaymentsController } from '../payment/desk.controller.js';
import { QueueController } from '../queue/queue.controller.js';
import { RatingsController } from '../rating/desk.controller.js';
import { StuckController } from '../stuck/desk.controller.js';
import { SuccessionController } from '../succession/desk.controller.js';
import { TransferController } from '../transfer/desk.controller.js';
import { CaseFileController } from './case-file.controller.js';

/** What officers do with applications. */
export const deskControllers = [
  QueueController,
  CaseFileController,
  CaseWorkflowController,
  DeskActController,
  AssignmentController,
  AssignmentRulesController,
  AbsencesController,
  AskController,
  ConsultedController,
  ClockActsController,
  NoticesController,
  DeskMessagesController,
  NotesController,
  PaymentsController,
  RatingsController,
  StuckController,
  SuccessionController,
  OriginalController,
  TransferController,
  BatchController,
];
