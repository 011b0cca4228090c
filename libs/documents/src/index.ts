import { defineRefusalTexts } from '#lib/platform';
import { Attachment } from './attachment/attachment.entity.js';
import en from './attachment/refusals.en.json' with { type: 'json' };
import fr from './attachment/refusals.fr.json' with { type: 'json' };
import vi from './attachment/refusals.vi.json' with { type: 'json' };
import { CreateDocuments1795400000006 } from './migrations/create-documents.js';
import { GiveAttachments1795400001440 } from './migrations/give-attachments.js';
import { LetTheWorkerCopy1795400003001 } from './migrations/let-the-worker-copy.js';
import { LetOfficersHandIn1795400002402 } from './migrations/let-officers-hand-in.js';

export { isMediaType, type MediaType, mediaTypes } from './attachment/media-type.js';
export { attachmentsOf, openAttachment } from './attachment/read-attachments.js';
export {
  type ReceivedFile,
  receiveUpload,
  type UploadLimits,
} from './attachment/receive-upload.js';
export { copyAttachments } from './attachment/copy-attachments.js';
export { giveAttachments } from './attachment/give-attachments.js';
export { moveAttachments } from './attachment/move-attachments.js';
export { forgetContents, removeAttachments } from './attachment/remove-attachments.js';
export { sendAttachment } from './attachment/send-attachment.js';
export { type StoredAttachment, storeAttachment } from './attachment/store-attachment.js';
export { DocumentsPortalModule } from './documents-portal.module.js';

defineRefusalTexts({ vi, en, fr });

export const documentsEntities = [Attachment];
export const documentsMigrations = [
  CreateDocuments1795400000006,
  GiveAttachments1795400001440,
  LetOfficersHandIn1795400002402,
  LetTheWorkerCopy1795400003001,
];
