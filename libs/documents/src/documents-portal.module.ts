import { type DynamicModule, Module, type OnModuleInit } from '@nestjs/common';
import { Platform } from '#lib/platform';
import { AttachmentPortalController } from './attachment/portal.controller.js';
import { sweepIncoming } from './attachment/sweep-incoming.js';

/** Citizens look at their own papers. */
@Module({})
export class DocumentsPortalModule implements OnModuleInit {
  constructor(private readonly platform: Platform) {}

  static with(platform: DynamicModule): DynamicModule {
    return { module: DocumentsPortalModule, imports: [platform], controllers: [AttachmentPortalController] };
  }

  async onModuleInit(): Promise<void> {
    await sweepIncoming(this.platform);
  }
}
