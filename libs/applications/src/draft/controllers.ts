import { PaperController } from '../paper/paper.controller.js';
import { HandoverController } from '../representation/handover.controller.js';
import { DraftRevisionController } from '../revision/revision.controller.js';
import { DraftCheckController } from './check.controller.js';
import { CommunesController } from './communes.controller.js';
import { FormerPlacesController } from './former-places.controller.js';
import { DraftItemController } from './item/item.controller.js';
import { DraftPageController } from './page.controller.js';
import { DraftRemovalController } from './removal.controller.js';
import { DraftSectionsController } from './sections/sections.controller.js';
import { DraftStartController } from './start.controller.js';

/** From "start" to "check your answers". */
export const draftPortalControllers = [
  DraftStartController,
  DraftPageController,
  DraftItemController,
  DraftSectionsController,
  DraftCheckController,
  DraftRemovalController,
  DraftRevisionController,
  PaperController,
  HandoverController,
  CommunesController,
  FormerPlacesController,
];
