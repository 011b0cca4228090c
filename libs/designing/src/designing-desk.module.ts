import { type DynamicModule, Module } from '@nestjs/common';
import { ComparisonController } from './comparison/comparison.controller.js';
import { DraftRevisionController } from './draft/draft.controller.js';
import { DraftHistoryController } from './draft/history.controller.js';
import { NewDraftController } from './draft/new-draft.controller.js';
import { DesignedProcedureController } from './procedure/procedure.controller.js';
import { EditingController } from './editing/editing.controller.js';
import { PreviewController } from './preview/preview.controller.js';
import { PublicationController } from './publication/publication.controller.js';
import { ImportController } from './import/import.controller.js';
import { QualityController } from './quality/quality.controller.js';
import { RoomController } from './room/room.controller.js';
import { WritingController } from './writing/writing.controller.js';

/** The room in which procedures are made. */
@Module({})
export class DesigningDeskModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: DesigningDeskModule,
      imports: [platform],
      controllers: [
        RoomController,
        NewDraftController,
        DesignedProcedureController,
        DraftRevisionController,
        DraftHistoryController,
        PublicationController,
        ComparisonController,
        ImportController,
        QualityController,
        PreviewController,
        EditingController,
        WritingController,
      ],
    };
  }
}
