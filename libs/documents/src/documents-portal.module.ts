import { type DynamicModule, Module } from '@nestjs/common';
import { AttachmentPortalController } from './attachment/portal.controller.js';

/** Citizens look at their own papers. */
@Module({})
export class DocumentsPortalModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: DocumentsPortalModule, imports: [platform], controllers: [AttachmentPortalController] };
  }
}
