import { type DynamicModule, Module } from '@nestjs/common';
import { addAccountSection } from '#lib/identity';
import { AccessesController } from './accesses/portal.controller.js';
import { CreateTransparency1795400001610 } from './migrations/create-transparency.js';
import { OwnDataController } from './own-data/portal.controller.js';
import { AccessQuestion } from './question/access-question.entity.js';
import { QuestionsController } from './question/desk.controller.js';
import { texts } from './texts.js';

export const transparencyEntities = [AccessQuestion];
export const transparencyMigrations = [CreateTransparency1795400001610];

addAccountSection({ group: 'data', href: '/account/accesses', words: texts });
addAccountSection({
  group: 'data',
  href: '/account/data',
  words: (language) => (key) =>
    texts(language)(key === 'sectionTitle' ? 'dataSectionTitle' : 'dataSectionText'),
});

/** What is held about a citizen and who looked at it, for their own eyes. */
@Module({})
export class TransparencyPortalModule {
  static with(platform: DynamicModule): DynamicModule {
    return {
      module: TransparencyPortalModule,
      imports: [platform],
      controllers: [AccessesController, OwnDataController],
    };
  }
}

/** Answers to citizens' questions, for auditors. */
@Module({})
export class TransparencyDeskModule {
  static with(platform: DynamicModule): DynamicModule {
    return { module: TransparencyDeskModule, imports: [platform], controllers: [QuestionsController] };
  }
}
