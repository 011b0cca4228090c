import type { FastifyRequest } from 'fastify';
import {
  type MediaType,
  mediaTypes,
  type ReceivedFile,
  receiveUpload,
  storeAttachment,
  type UploadLimits,
} from '#lib/documents';
import type { FileAnswer } from '#lib/forms';
import { type Platform, Refusal, type Tx } from '#lib/platform';
import { textIn } from '#lib/web';
import type { Application } from '../application/application.entity.js';

/** The paper that may go with an act. */
export const actPaperLimits: UploadLimits = {
  accept: Object.keys(mediaTypes) as MediaType[],
  maxMegabytes: 10,
};

/** A form of an act as it was posted: its inputs, and the file that came with it, if one did. */
export interface ReceivedAct {
  body: unknown;
  file: (ReceivedFile & { name: string }) | undefined;
  /** Whether a file came; or why the one that was sent is not taken. */
  came: boolean | Refusal;
}

/** Beside what was typed, where the form is sent again after a failure: its file did not come along. */
const leftBehind = 'file-left-behind';

/**
 * Reads the posted form of an act, with or without a file. What was typed is kept where the file is not taken, and stays
 * with the request, to be sent again. Refuses what cannot be read (`bad-request`, 400). Whoever calls discards the file
 * in the end.
 */
export async function receiveAct(platform: Platform, request: FastifyRequest): Promise<ReceivedAct> {
  if (!request.isMultipart()) {
    const lost = textIn(request.body, leftBehind) !== '';
    return { body: request.body, file: undefined, came: lost && new Refusal(leftBehind, 422) };
  }
  const body: Record<string, string | string[]> = {};
  let file: ReceivedAct['file'];
  let refused: Refusal | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        if (part.filename === '') part.file.resume();
        else
          try {
            file = { ...(await receiveUpload(platform, part.file, actPaperLimits)), name: part.filename };
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            refused = error;
          }
        continue;
      }
      if (typeof part.value !== 'string') continue;
      const before = Object.hasOwn(body, part.fieldname) ? body[part.fieldname] : undefined;
      body[part.fieldname] = before === undefined ? part.value : [before, part.value].flat();
    }
  } catch (error) {
    await file?.discard();
    throw error instanceof Refusal ? error : new Refusal('bad-request', 400);
  }
  request.body = file ? { ...body, [leftBehind]: 'yes' } : body;
  return { body, file, came: refused ?? file !== undefined };
}

/** Keeps the paper of an act with the application; it is the applicant's to read where the act is. */
export async function keepActPaper(
  tx: Tx,
  platform: Platform,
  application: Pick<Application, 'id' | 'personId'>,
  file: ReceivedAct['file'],
): Promise<{ attachments?: FileAnswer[] }> {
  if (!file) return {};
  const { id, name, sha256, size, mediaType } = await storeAttachment(tx, platform, {
    caseId: application.id,
    ownerPersonId: application.personId,
    name: file.name,
    file,
  });
  return { attachments: [{ attachment: id, name, sha256, size, mediaType }] };
}
