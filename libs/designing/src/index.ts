import { defineRefusalTexts } from '#lib/platform';
import { DraftRevision } from './draft/draft-revision.entity.js';
import { SavedText } from './draft/saved-text.entity.js';
import { OpenTheDesignersRoom1795400003431 } from './migrations/open-the-designers-room.js';
import { SayHowFarWasWalked1795400003742 } from './migrations/say-how-far-was-walked.js';
import { WalkWhatIsProposed1795400003680 } from './migrations/walk-what-is-proposed.js';
import { Proposal } from './publication/proposal.entity.js';
import en from './refusals.en.json' with { type: 'json' };
import fr from './refusals.fr.json' with { type: 'json' };
import vi from './refusals.vi.json' with { type: 'json' };

defineRefusalTexts({ vi, en, fr });

export { DesigningDeskModule } from './designing-desk.module.js';

export { relayProposals, walkProposal } from './publication/walk-proposal.js';

export const designingEntities = [DraftRevision, SavedText, Proposal];
export const designingMigrations = [
  OpenTheDesignersRoom1795400003431,
  WalkWhatIsProposed1795400003680,
  SayHowFarWasWalked1795400003742,
];
